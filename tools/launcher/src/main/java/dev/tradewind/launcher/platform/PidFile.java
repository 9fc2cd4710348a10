package dev.tradewind.launcher.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a started process, in a file of its own, so that a later command can find it. A process id alone would not do: the
 * system gives it to someone else once the process is gone.
 */
final class PidFile {

  // The system counts start times from boot, and its idea of when that was moves with the clock.
  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  /**
   * @param pid the process id
   * @param startedMillis when the process started, in milliseconds since 1970
   * @param port where it listens
   */
  record Entry(long pid, long startedMillis, int port) {

    static Entry of(ProcessHandle process, int port) {
      return new Entry(process.pid(), started(process).orElseGet(Instant::now).toEpochMilli(), port);
    }

    /** The process, when it still runs and is the one that was started. */
    Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> started(process)
          .map(start -> Duration.between(Instant.ofEpochMilli(startedMillis), start).abs().compareTo(CLOCK_DRIFT) <= 0)
          .orElse(false));
    }

    Duration uptime() {
      return Duration.between(Instant.ofEpochMilli(startedMillis), Instant.now());
    }

    private static Optional<Instant> started(ProcessHandle process) {
      return process.info().startInstant();
    }
  }

  void write(Entry entry) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
      JSON.writeValue(draft.toFile(), entry);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  Optional<Entry> read() {
    try {
      return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Entry.class)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new LaunchException(file + " cannot be read (" + unreadable.getMessage() + "): look for the process yourself, then delete the file",
          unreadable);
    }
  }

  /** The entry when its process still runs. */
  Optional<Entry> running() {
    return read().filter(entry -> entry.process().isPresent());
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }
}
