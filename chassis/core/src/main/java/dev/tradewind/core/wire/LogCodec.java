package dev.tradewind.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Payload;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.LoggedCommit.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes and reads records of the central log: a commit, whole, as a CloudEvent whose data holds the same pairs of name and content that the
 * journal stores.
 */
public final class LogCodec {

  private final JsonCodec codec;

  /** @param codec knows the types of whoever writes, and those a reader wants to read as records */
  public LogCodec(JsonCodec codec) {
    this.codec = Check.notNull(codec, "codec");
  }

  /** @param service whose journal the commit stands in */
  public String write(String service, Commit<?> commit) {
    var cause = commit.cause();
    var node = JsonNodeFactory.instance.objectNode();
    node.put("specversion", "1.0");
    node.put("id", commit.id());
    node.put("source", LoggedCommit.SOURCES + service);
    node.put("type", typeFor(service));
    node.put("subject", commit.stream().toString());
    node.put("time", commit.at().toString());
    node.put("datacontenttype", "application/json");
    node.put("sequence", Long.toString(commit.version()));
    node.put("causationid", cause.id());
    if (!cause.answers().isEmpty()) {
      node.put("answers", cause.answers());
    }
    node.put("correlationid", cause.correlationId());
    if (!cause.traceparent().isEmpty()) {
      node.put("traceparent", cause.traceparent());
    }
    var data = node.putObject("data");
    data.set("events", codec.events(commit.events()));
    data.set("messages", codec.outgoing(commit.messages()));
    return codec.text(node);
  }

  /** @throws UnreadableMessage saying which part is missing or wrong */
  public LoggedCommit read(String text) {
    var node = codec.cloudEvent(text);
    try {
      var commit = new LoggedCommit(
          JsonCodec.required(node, "source"),
          StreamId.parse(JsonCodec.required(node, "subject")),
          Long.parseLong(JsonCodec.required(node, "sequence")),
          new Cause(
              JsonCodec.required(node, "causationid"),
              node.path("answers").asText(""),
              JsonCodec.required(node, "correlationid"),
              node.path("traceparent").asText("")),
          JsonCodec.instant(JsonCodec.required(node, "time"), "time"),
          entries(node.path("data").path("events")),
          entries(node.path("data").path("messages")));
      Check.that(typeFor(commit.service()).equals(JsonCodec.required(node, "type")), "type is that of a commit of its source");
      Check.that(commit.id().equals(JsonCodec.required(node, "id")), "id is made of subject and sequence");
      return commit;
    } catch (NumberFormatException e) {
      throw new UnreadableMessage("sequence is a whole number");
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessage("no commit: " + Check.rule(e));
    }
  }

  /** The content as a record, if its type is known here; what was written in an older version is read as the newest. */
  public <T> Optional<T> content(Entry entry, Class<T> as) {
    var contents = codec.contents();
    return contents.knows(entry.type(), as) ? Optional.of(contents.read(entry.type(), entry.content(), as)) : Optional.empty();
  }

  /** The messages whose types are known here, in their envelopes: the same, ids and all, as queues and topics carried them. */
  public List<Message> messages(LoggedCommit logged) {
    var commit = new Commit<>(logged.stream(), logged.version(), logged.cause(), logged.at(), List.of(), List.of());
    return IntStream.range(0, logged.messages().size()).boxed().flatMap(index -> {
      var entry = logged.messages().get(index);
      return content(entry, Payload.class).stream().map(data -> commit.envelope(index, new Outgoing(data, entry.notBefore()), logged.service()));
    }).toList();
  }

  /**
   * Events or messages as a journal keeps them, whatever their types are.
   *
   * @throws UnreadableMessage when it is no such list
   */
  public List<Entry> entries(String stored) {
    return entries(codec.tree(stored));
  }

  private static List<Entry> entries(JsonNode list) {
    var entries = new ArrayList<Entry>();
    for (var one : JsonCodec.list(list)) {
      var due = one.has(2) ? Optional.of(JsonCodec.instant(one.get(2).asText(), "the time a deadline is due")) : Optional.<Instant>empty();
      entries.add(new Entry(one.path(0).asText(), one.path(1), due));
    }
    return entries;
  }

  private static String typeFor(String service) {
    return "tradewind." + service + ".Committed.v1";
  }
}
