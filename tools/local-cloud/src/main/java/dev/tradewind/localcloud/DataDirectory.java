package dev.tradewind.localcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Where a service of files keeps them: in the cloud's directory, or in a temporary one that goes when it is closed.
 *
 * @param path the service's own directory, which exists
 * @param temporary whether nothing in it is worth keeping
 */
public record DataDirectory(Path path, boolean temporary) implements AutoCloseable {

  private static final Logger LOG = LogManager.getLogger(DataDirectory.class);

  /**
   * @param data the directory that keeps everything; empty for a cloud that forgets
   * @param name the service's part of it
   */
  public static DataDirectory of(Optional<Path> data, String name) throws IOException {
    return data.isPresent()
        ? new DataDirectory(Files.createDirectories(data.get().resolve(name)), false)
        : new DataDirectory(Files.createTempDirectory("local-cloud-" + name + "-"), true);
  }

  /** Deletes a directory and all in it; one that is not there is as good as deleted. */
  public static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var all = Files.walk(directory)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      if (temporary) {
        delete(path);
      }
    } catch (IOException e) {
      LOG.warn("directory.delete.failed path={}", path, e);
    }
  }
}
