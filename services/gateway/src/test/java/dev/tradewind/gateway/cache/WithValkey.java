package dev.tradewind.gateway.cache;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.valkey.TestValkey;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The gateway beside a real server. */
public final class WithValkey implements QuarkusTestProfile {

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(IssuerResource.class), new TestResourceEntry(TestValkey.Resource.class));
  }
}
