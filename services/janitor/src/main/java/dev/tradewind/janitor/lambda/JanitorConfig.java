package dev.tradewind.janitor.lambda;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Every setting of the function; what each is for stands in {@code application.properties}. */
@ConfigMapping(prefix = "tradewind.janitor")
interface JanitorConfig {

  @WithDefault("tradewind-")
  String prefix();

  @WithDefault("000000000000")
  String accountId();

  @WithDefault("aws")
  String partition();

  Optional<String> bucket();

  Optional<URI> endpoint();

  @WithDefault("2")
  int sinceDays();

  @WithDefault("300")
  int graceSeconds();

  @WithDefault("true")
  boolean log();

  @WithDefault("180")
  int mergeAfterMinutes();

  @WithDefault("24")
  int deleteAfterHours();

  Optional<URI> providerUrl();

  @WithDefault("1000")
  int mostFindings();

  @WithDefault("50000")
  int mostInMemory();
}
