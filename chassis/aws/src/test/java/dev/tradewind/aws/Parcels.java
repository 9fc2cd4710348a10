package dev.tradewind.aws;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Command;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A small language of events and messages for the tests here. */
final class Parcels {

  /** Kept in the journal. */
  sealed interface Happening {}

  record Packed(String what) implements Happening {}

  /** Sent. */
  record Carry(String what) implements Command {}

  record Carried(String what) implements Event {}

  static final Types TYPES = Types.of(
      Types.records("depot", Packed.class),
      Types.commands("carrier", Carry.class),
      Types.events("depot", Carried.class));

  static final JsonCodec CODEC = new JsonCodec(TYPES);

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private Parcels() {}

  static StreamId stream() {
    return new StreamId("parcel", Cloud.unique("p"));
  }

  static Commit<Happening> packed(StreamId stream, String cause) {
    return new Commit<>(stream, 1, new Cause(cause, "", stream.key(), ""), NOW, List.of(new Packed("tea")), List.of());
  }

  static Message now(String id, Payload data) {
    return new Message(id, "/tradewind/depot", "parcel/p-1", 1, NOW, "cause", "o-1", "", Optional.empty(), data);
  }

  static Message due(String id, Instant due) {
    return new Message(id, "/tradewind/depot", "parcel/p-1", 1, NOW, "cause", "o-1", "", Optional.of(due), new Deadline("parcel/p-1"));
  }
}
