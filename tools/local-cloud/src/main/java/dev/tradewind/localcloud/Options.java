package dev.tradewind.localcloud;

import dev.tradewind.localcloud.servicediscovery.CloudMapOptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the local cloud listens, whether it remembers, and how slow it is.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 takes a free one
 * @param data the directory that keeps everything across restarts; empty keeps everything in memory
 * @param cloudMap how slow and how scarce Cloud Map is
 */
public record Options(String host, int port, Optional<Path> data, CloudMapOptions cloudMap) {

  public static final int DEFAULT_PORT = 4566;

  public Options {
    if (host == null || host.isBlank()) {
      throw new IllegalArgumentException("host must name an address to bind, such as 127.0.0.1");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
    }
    if (data == null) {
      throw new IllegalArgumentException("data must be a directory or empty");
    }
    if (cloudMap == null) {
      throw new IllegalArgumentException("cloudMap must be there, such as CloudMapOptions.defaults()");
    }
  }

  /** With everything at once: nothing is delayed. */
  public Options(String host, int port, Optional<Path> data) {
    this(host, port, data, CloudMapOptions.defaults());
  }

  /** On a free loopback port, in memory: what a test wants. */
  public static Options ephemeral() {
    return new Options("127.0.0.1", 0, Optional.empty());
  }

  /** The same, keeping its data in a directory, which is created when missing. */
  public Options keepingDataIn(Path directory) {
    return new Options(host, port, Optional.of(directory), cloudMap);
  }

  /** The same, with another Cloud Map. */
  public Options with(CloudMapOptions changed) {
    return new Options(host, port, data, changed);
  }
}
