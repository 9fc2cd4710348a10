package dev.tradewind.gateway.valkey;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Every setting of the connection to Valkey; {@code application.properties} says what each is for. */
@ConfigMapping(prefix = "tradewind.valkey")
interface ValkeyConfig {

  Optional<String> url();

  long timeoutMillis();

  Breaker breaker();

  /** When nothing is asked for a while. */
  interface Breaker {

    int windowCalls();

    double failureRatio();

    long openMillis();
  }
}
