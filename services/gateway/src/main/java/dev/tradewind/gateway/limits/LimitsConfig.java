package dev.tradewind.gateway.limits;

import io.smallrye.config.ConfigMapping;

/** Every setting of the limits; {@code application.properties} says what each is for. */
@ConfigMapping(prefix = "tradewind.gateway.limits")
interface LimitsConfig {

  boolean enabled();

  long mostCallers();

  Limit reads();

  Limit writes();

  Limit operators();

  Limit anonymous();

  /** So many requests in so long. */
  interface Limit {

    long requests();

    long windowSeconds();
  }
}
