package dev.tradewind.orders.health;

import io.quarkus.test.common.DevServicesContext;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** Puts a proxy between the service and the local cloud, and gives it to the test. */
public final class CloudBehindProxy implements QuarkusTestResourceLifecycleManager, DevServicesContext.ContextAware {

  private URI cloud;
  private TcpProxy proxy;

  @Override
  public void setIntegrationTestContext(DevServicesContext context) {
    cloud = URI.create(context.devServicesProperties().get("tradewind.aws.endpoint"));
  }

  @Override
  public Map<String, String> start() {
    try {
      proxy = new TcpProxy(cloud);
      return Map.of("tradewind.aws.endpoint", proxy.uri().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(proxy, new TestInjector.MatchesType(TcpProxy.class));
  }

  @Override
  public void stop() {
    try {
      if (proxy != null) {
        proxy.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
