package dev.tradewind.queries;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Every setting of queries; {@code application.properties} says what each is for. */
@ConfigMapping(prefix = "tradewind.queries")
public interface QueriesSettings {

  @WithDefault("1000")
  int lookEveryMillis();

  @WithDefault("10")
  int longestWaitSeconds();

  @WithDefault("200")
  int mostStreams();
}
