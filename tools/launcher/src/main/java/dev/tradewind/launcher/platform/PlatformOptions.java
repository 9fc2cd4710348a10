package dev.tradewind.launcher.platform;

import dev.tradewind.launcher.resources.AwsEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a platform runs.
 *
 * @param workDirectory keeps process ids and logs
 * @param endpoint the AWS to work on; empty starts the local cloud
 * @param data keeps what the local cloud and the partners know across restarts; empty keeps it in memory
 * @param startLimit how long the processes that start together may take to be ready
 * @param stopLimit how long a process may take to stop before it is killed
 */
public record PlatformOptions(Path workDirectory, Optional<AwsEndpoint> endpoint, Optional<Path> data, Duration startLimit,
    Duration stopLimit) {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  // Services finish what is under way within 20 s.
  private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

  /** A local cloud in memory. */
  public static PlatformOptions in(Path workDirectory) {
    return new PlatformOptions(workDirectory, Optional.empty(), Optional.empty(), START_LIMIT, STOP_LIMIT);
  }

  /** The same on an AWS that is already there. */
  public PlatformOptions on(AwsEndpoint existing) {
    return new PlatformOptions(workDirectory, Optional.of(existing), data, startLimit, stopLimit);
  }

  /** The same, with data that survives a restart. */
  public PlatformOptions keepingDataIn(Path directory) {
    return new PlatformOptions(workDirectory, endpoint, Optional.of(directory), startLimit, stopLimit);
  }

  /** The same with other limits. */
  public PlatformOptions within(Duration start, Duration stop) {
    return new PlatformOptions(workDirectory, endpoint, data, start, stop);
  }
}
