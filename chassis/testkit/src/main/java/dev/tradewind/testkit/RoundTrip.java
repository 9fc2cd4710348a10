package dev.tradewind.testkit;

import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.JsonCodec;

/** Writes and reads again, and fails when something is lost on the way. */
final class RoundTrip {

  private RoundTrip() {}

  static <E> Commit<E> of(Commit<E> commit, JsonCodec codec, Class<E> events) {
    return equal(commit.id(), commit, new Commit<>(
        commit.stream(),
        commit.version(),
        commit.cause(),
        commit.at(),
        codec.readEvents(codec.writeEvents(commit.events()), events),
        codec.readOutgoing(codec.writeOutgoing(commit.messages()))));
  }

  static Message of(Message message, JsonCodec codec) {
    return equal(message.id(), message, codec.read(codec.write(message)));
  }

  private static <T> T equal(String id, T written, T read) {
    if (!read.equals(written)) {
      throw new AssertionError("%s is read back differently: %s was written, %s was read".formatted(id, written, read));
    }
    return read;
  }
}
