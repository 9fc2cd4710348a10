package dev.tradewind.gateway.valkey;

import dev.tradewind.gateway.access.IssuerResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The gateway beside a real server; customers may read five times a day. */
public final class BesideValkey implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        // A busy machine is no server that is away.
        "tradewind.valkey.timeout-millis", "2000",
        "tradewind.gateway.limits.reads.requests", "5", "tradewind.gateway.limits.reads.window-seconds", "86400");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(IssuerResource.class), new TestResourceEntry(TestValkey.Resource.class));
  }
}
