package dev.tradewind.archive.writing;

import dev.tradewind.archive.format.Lines;
import dev.tradewind.archive.format.Parked;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.log.LogRecord;

/** Tells records that can be read back from those that cannot. Reads a record as any reader of the archive will. */
final class Sorting {

  /** What becomes of a record. */
  sealed interface Sorted {

    /** It is kept as it came. */
    record Kept(LoggedCommit commit, byte[] line) implements Sorted {}

    /** It is put aside. */
    record Aside(Parked parked) implements Sorted {}
  }

  private final LogCodec codec;

  Sorting(LogCodec codec) {
    this.codec = codec;
  }

  Sorted sort(String shard, LogRecord record) {
    try {
      if (Lines.isMoreThanOneLine(record.data())) {
        throw new UnreadableMessage("more than one line");
      }
      return new Sorted.Kept(codec.read(record.text()), record.data());
    } catch (UnreadableMessage unreadable) {
      return new Sorted.Aside(new Parked(
          unreadable.getMessage(), shard, record.sequenceNumber(), record.arrived(), record.partitionKey(), record.data()));
    }
  }
}
