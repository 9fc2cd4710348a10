package dev.tradewind.gateway.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** One issuer for all tests of this module, in place of the stand-in; a field of type {@link TestIssuer} is given it. */
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {

  private final TestIssuer issuer = new TestIssuer();

  @Override
  public Map<String, String> start() {
    return Map.of("tradewind.identity.issuer", issuer.url());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(issuer, new TestInjector.MatchesType(TestIssuer.class));
  }

  @Override
  public void stop() {
    issuer.close();
  }
}
