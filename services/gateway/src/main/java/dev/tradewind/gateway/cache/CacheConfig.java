package dev.tradewind.gateway.cache;

import io.smallrye.config.ConfigMapping;

/** Every setting of the cache; {@code application.properties} says what each is for. */
@ConfigMapping(prefix = "tradewind.gateway.cache")
interface CacheConfig {

  long freshMillis();

  long freshAloneMillis();

  long noneMillis();

  long keptSeconds();

  long mostProducts();
}
