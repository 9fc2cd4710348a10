package dev.tradewind.orders.telemetry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Spans are kept, as where somebody collects them. */
public final class EverySpan implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.otel.traces.sampler", "always_on", "quarkus.otel.traces.exporter", "none");
  }
}
