package dev.tradewind.simulator.world;

import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Payload;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Really writes and reads what a service sends and stores, and calls it odd when something is lost on the way. */
final class Wire {

  /** A codec learns each class once, which takes long; it serves every world. */
  private static final Map<Types, JsonCodec> CODECS = new ConcurrentHashMap<>();

  private final World world;
  private final JsonCodec codec;
  private final LogCodec log;

  Wire(World world, SimulatedService service) {
    this.world = world;
    this.codec = CODECS.computeIfAbsent(service.types(), JsonCodec::new);
    this.log = new LogCodec(codec);
  }

  Message carried(Message message) {
    return message.data() instanceof Garbage ? codec.read("{\"specversion\": \"1.0\", \"id\"") : same(message, codec.read(codec.write(message)));
  }

  Commit<Object> stored(Commit<Object> commit) {
    return same(commit, new Commit<>(commit.stream(), commit.version(), commit.cause(), commit.at(),
        codec.readEvents(codec.writeEvents(commit.events()), Object.class), codec.readOutgoing(codec.writeOutgoing(commit.messages()))));
  }

  /** The commit as a record of the log. */
  String text(String service, Commit<?> commit) {
    return log.write(service, commit);
  }

  /** A commit that was a record of the log. */
  Commit<?> read(LoggedCommit logged) {
    return new Commit<>(logged.stream(), logged.version(), logged.cause(), logged.at(),
        logged.events().stream().map(event -> log.content(event, Object.class).orElseThrow()).toList(),
        logged.messages().stream().map(message -> new Outgoing(log.content(message, Payload.class).orElseThrow(), message.notBefore())).toList());
  }

  /** The commit as a reader of the log sees it. */
  Commit<?> logged(String service, Commit<?> commit) {
    var logged = log.read(text(service, commit));
    same(commit.messagesFrom(service), log.messages(logged));
    return same(commit, read(logged));
  }

  private <T> T same(T written, T read) {
    if (!read.equals(written)) {
      world.odd("%s was written and read back as %s", written, read);
    }
    return read;
  }
}
