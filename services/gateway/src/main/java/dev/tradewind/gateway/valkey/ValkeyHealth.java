package dev.tradewind.gateway.valkey;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready, for the gateway does without it; says what it does without. */
@Readiness
@Singleton
final class ValkeyHealth implements HealthCheck {

  private final Valkey valkey;

  ValkeyHealth(Valkey valkey) {
    this.valkey = valkey;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("valkey").up();
    if (!valkey.isConfigured()) {
      return answer.withData("state", "not configured").build();
    }
    valkey.awaySince().ifPresent(since -> answer.withData("awaySince", since.toString()));
    return answer.withData("state", valkey.isAway() ? "away" : "here").withData("limitsAndCache", valkey.isAway() ? "local" : "shared").build();
  }
}
