package dev.tradewind.insights.readers;

import dev.tradewind.core.Check;
import dev.tradewind.insights.reading.ReaderName;
import dev.tradewind.log.LogProgress;
import dev.tradewind.log.LogProgress.ShardStatus;
import dev.tradewind.log.LogReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The readers of this instance. They share nothing: one that is stopped, or is behind, leaves the others alone. */
public final class Readers implements AutoCloseable {

  /** A reader at work. */
  public record Running(LogReader reader, LogProgress progress) {}

  /**
   * How a reader stands.
   *
   * @param enabled whether this instance is told to read
   * @param ready whether it takes part in reading
   */
  public record Standing(ReaderName name, boolean enabled, boolean ready, List<ShardStatus> shards) {}

  private final Map<ReaderName, Running> running;

  public Readers(Map<ReaderName, Running> running) {
    this.running = new EnumMap<>(Check.notNull(running, "running"));
  }

  /** All readers there are, whether enabled here or not. */
  public List<Standing> standings() {
    return Stream.of(ReaderName.values()).map(name -> Optional.ofNullable(running.get(name))
        .map(each -> new Standing(name, true, each.reader().isReady(), each.progress().shards()))
        .orElseGet(() -> new Standing(name, false, false, List.of()))).toList();
  }

  /** Side by side: each waits for its batches under way. */
  @Override
  public void close() {
    try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
      running.values().forEach(each -> closing.execute(each.reader()::close));
    }
  }
}
