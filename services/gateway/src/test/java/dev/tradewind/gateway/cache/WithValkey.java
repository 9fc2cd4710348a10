package dev.tradewind.gateway.cache;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.valkey.TestValkey;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The gateway beside a real server. */
public final class WithValkey implements QuarkusTestProfile {

  /** A busy machine is no server that is away. */
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("tradewind.valkey.timeout-millis", "5000");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(IssuerResource.class), new TestResourceEntry(TestValkey.Resource.class));
  }
}
