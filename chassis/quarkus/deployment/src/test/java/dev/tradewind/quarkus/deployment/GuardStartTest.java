package dev.tradewind.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guard that is set wrong is found out when the service starts, and not at its first call. */
class GuardStartTest {

  @RegisterExtension
  static final QuarkusUnitTest SERVICE = new QuarkusUnitTest()
      .withApplicationRoot(jar -> jar.addClasses(GuardedTest.Wiring.class))
      .overrideConfigKey("tradewind.service", "test")
      .overrideConfigKey("tradewind.devservices.enabled", "false")
      .overrideConfigKey("smallrye.config.mapping.validate-unknown", "false")
      .overrideConfigKey("tradewind.there.calls-at-once", "0")
      .assertException(failure -> assertThat(failure).hasStackTraceContaining("tradewind.there.calls-at-once must be at least 1, but is 0"));

  @Test
  void a_setting_that_makes_no_sense_stops_the_start() {
    fail("it started");
  }
}
