package dev.tradewind.localcloud.kinesis;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A shard of a stream: which keys are its own, and their records. Shards are never split or merged here. */
record Shard(int number, HashRange range, long createdMillis, RecordLog log) {

  String id() {
    return "shardId-%012d".formatted(number);
  }

  /** Before every record's. */
  SequenceNumber startingNumber() {
    return new SequenceNumber(createdMillis, 0, number);
  }

  SequenceNumber numberOf(StoredRecord stored) {
    return new SequenceNumber(stored.arrivalMillis(), stored.index(), number);
  }

  /** Whether a record of this shard has, or had, this number. */
  boolean gave(SequenceNumber sequenceNumber) {
    return sequenceNumber.equals(startingNumber())
        || sequenceNumber.shard() == number && sequenceNumber.index() > 0 && sequenceNumber.index() < log.end()
        && log.mayHaveComeAt(sequenceNumber.index(), sequenceNumber.arrivalMillis());
  }

  void dropBefore(long millis) {
    try {
      log.dropBefore(millis);
    } catch (IOException e) {
      throw new UncheckedIOException("Expired records of " + id() + " could not be deleted", e);
    }
  }
}
