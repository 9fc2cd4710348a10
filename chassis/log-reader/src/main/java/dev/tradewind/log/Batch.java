package dev.tradewind.log;

import dev.tradewind.core.Check;
import java.util.List;
import java.util.Optional;

/**
 * Records that follow each other in a shard, and are done together.
 *
 * @param shard the shard's id
 * @param after the number of the last record of the batch before; empty when nothing was read before
 * @param records at least one, in their order
 */
public record Batch(String shard, Optional<String> after, List<LogRecord> records) {

  public Batch {
    Check.notBlank(shard, "shard");
    Check.notNull(after, "after");
    records = List.copyOf(records);
    Check.that(!records.isEmpty(), "a batch holds at least one record");
  }

  public LogRecord first() {
    return records.getFirst();
  }

  public LogRecord last() {
    return records.getLast();
  }
}
