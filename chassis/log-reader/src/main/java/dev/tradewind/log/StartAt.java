package dev.tradewind.log;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/** Where a reader begins that has never read. One that has goes on where it was. */
public sealed interface StartAt {

  /** With the oldest record that the log still has. */
  record Oldest() implements StartAt {}

  /** With what comes from now on. */
  record Newest() implements StartAt {}

  /** With what the log took at that time or later. */
  record Time(Instant from) implements StartAt {

    public Time {
      Check.notNull(from, "from");
    }
  }

  /**
   * Reads {@code oldest}, {@code newest} or an ISO 8601 instant.
   *
   * @throws IllegalArgumentException saying so, when it is none of them
   */
  static StartAt parse(String text) {
    return switch (text) {
      case "oldest" -> new Oldest();
      case "newest" -> new Newest();
      default -> {
        try {
          yield new Time(Instant.parse(text));
        } catch (DateTimeParseException e) {
          throw new IllegalArgumentException(
              "a reader of the log starts at oldest, newest or a time like 2026-01-31T12:00:00Z, but is told '%s'".formatted(text), e);
        }
      }
    };
  }

  /** The same in words of the Kinesis Client Library. */
  default InitialPositionInStreamExtended position() {
    return switch (this) {
      case Oldest() -> InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON);
      case Newest() -> InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.LATEST);
      case Time(var from) -> InitialPositionInStreamExtended.newInitialPositionAtTimestamp(Date.from(from));
    };
  }

  /** What stands in a lease before its first checkpoint. */
  default ExtendedSequenceNumber checkpoint() {
    return switch (this) {
      case Oldest() -> ExtendedSequenceNumber.TRIM_HORIZON;
      case Newest() -> ExtendedSequenceNumber.LATEST;
      case Time(var from) -> ExtendedSequenceNumber.AT_TIMESTAMP;
    };
  }
}
