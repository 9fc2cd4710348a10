package dev.tradewind.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Types;
import dev.tradewind.quarkus.guard.Guarded;
import dev.tradewind.quarkus.guard.Guards;
import dev.tradewind.quarkus.guard.HttpGuard;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guard in a running service: found by its name, set by its prefix, there from the start. */
class GuardedTest {

  @RegisterExtension
  static final QuarkusUnitTest SERVICE = new QuarkusUnitTest()
      .withApplicationRoot(jar -> jar.addClasses(Wiring.class, Client.class))
      .overrideConfigKey("tradewind.service", "test")
      .overrideConfigKey("tradewind.devservices.enabled", "false")
      .overrideConfigKey("smallrye.config.mapping.validate-unknown", "false")
      .overrideConfigKey("tradewind.there.retry.attempts", "3")
      .overrideConfigKey("tradewind.there.retry.first-pause-millis", "1")
      .overrideConfigKey("tradewind.there.retry.budget-per-second", "50");

  @Inject
  Client client;

  @Inject
  MeterRegistry meters;

  /** What a service would have. */
  static final class Wiring {

    @Produces
    @Singleton
    static Types types() {
      return Types.of();
    }

    @Produces
    @Singleton
    @Identifier("there")
    static HttpGuard guard(Guards guards) {
      return guards.guard("there", "tradewind.there", failure -> false);
    }
  }

  /** Never gets an answer. */
  @Guarded("there")
  @ApplicationScoped
  static class Client {

    Uni<String> once() {
      return unanswered();
    }

    @Guarded(value = "there", idempotent = true)
    Uni<String> again() {
      return unanswered();
    }

    private static Uni<String> unanswered() {
      return Uni.createFrom().failure(new IllegalStateException("500"));
    }
  }

  @Test
  void it_is_there_from_the_start() {
    assertThat(meters.get("tradewind.guard.state").tag("guard", "there").gauge().value()).isZero();
  }

  @Test
  void what_is_not_declared_idempotent_is_made_once() {
    double before = counted("tradewind.guard.retries");

    assertThat(failure(client.once())).hasMessage("500");
    assertThat(counted("tradewind.guard.retries")).isEqualTo(before);
  }

  @Test
  void what_a_method_declares_counts_for_it() {
    double before = counted("tradewind.guard.retries");

    assertThat(failure(client.again())).hasMessage("500");
    assertThat(counted("tradewind.guard.retries")).isEqualTo(before + 2);
  }

  private double counted(String metric) {
    return meters.get(metric).tag("guard", "there").counter().count();
  }

  private static Throwable failure(Uni<?> call) {
    return call.map(done -> (Throwable) new AssertionError("it succeeded: " + done)).onFailure().recoverWithItem(failure -> failure)
        .await().atMost(Duration.ofSeconds(60));
  }
}
