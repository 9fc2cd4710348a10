package dev.tradewind.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Every setting of the archive beside those of the chassis. */
@ConfigMapping(prefix = "tradewind.archive")
interface ArchiveConfig {

  /** The bucket; {@code <prefix>archive-<account>-<region>} when empty. */
  Optional<String> bucket();

  /** Where to begin when nothing was ever read: {@code oldest}, {@code newest} or a time. */
  @WithDefault("oldest")
  String startAt();

  /** An object holds what came to a shard in so long, in milliseconds; 200 or more. */
  @WithDefault("5000")
  int batchMillis();

  /** How long an instance that died keeps its shards, in seconds, 2 or more; another is at work within about three times that. */
  @WithDefault("10")
  int leaseSeconds();
}
