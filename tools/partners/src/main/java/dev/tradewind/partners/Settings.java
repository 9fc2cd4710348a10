package dev.tradewind.partners;

import dev.tradewind.partners.faults.Latency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the partners run.
 *
 * @param port 0 takes a free one
 * @param data the directory that keeps their memory over a restart; without one it ends with the process
 * @param slow how late an answer is that a test value asks to be slow
 */
public record Settings(String host, int port, Optional<Path> data, Latency latency, Duration slow) {

  public Settings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be blank");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 0 to 65535, not " + port);
    }
    if (!slow.isPositive()) {
      throw new IllegalArgumentException("slow must be longer than nothing, not " + slow);
    }
  }
}
