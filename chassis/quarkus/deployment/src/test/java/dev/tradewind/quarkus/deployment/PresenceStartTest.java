package dev.tradewind.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tradewind.core.Types;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who shall be found must say where. */
class PresenceStartTest {

  @RegisterExtension
  static final QuarkusUnitTest SERVICE = new QuarkusUnitTest()
      .withApplicationRoot(jar -> jar.addClasses(Wiring.class))
      .overrideConfigKey("tradewind.service", "test")
      .overrideConfigKey("tradewind.devservices.enabled", "false")
      .overrideConfigKey("smallrye.config.mapping.validate-unknown", "false")
      .overrideConfigKey("tradewind.directory.namespace", "harbour")
      .assertException(failure -> assertThat(failure).hasStackTraceContaining("tradewind.directory.host is not: give the IPv4 address"));

  @Test
  void a_namespace_without_an_address_stops_the_start() {
    fail("it started");
  }

  static class Wiring {

    @Produces
    @Singleton
    Types types() {
      return Types.of();
    }
  }
}
