package dev.tradewind.aws;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.UnreadableMessage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A commit as an item. Names are one letter, and what is empty or follows from the rest is left out: an item of up to 1,024 bytes costs one
 * write unit, one byte more costs two.
 */
final class CommitItem<E> {

  private static final String STREAM = "stream";
  private static final String VERSION = "version";
  private static final String CAUSE = "c";
  private static final String ANSWERS = "a";
  private static final String CORRELATION = "o";
  private static final String TRACEPARENT = "p";
  private static final String MILLIS = "t";
  private static final String EVENTS = "e";
  private static final String MESSAGES = "m";

  private final JsonCodec codec;
  private final Class<E> events;

  CommitItem(JsonCodec codec, Class<E> events) {
    this.codec = codec;
    this.events = events;
  }

  Map<String, AttributeValue> write(Commit<E> commit) {
    var cause = commit.cause();
    var item = new HashMap<String, AttributeValue>();
    item.put(STREAM, AttributeValue.fromS(commit.stream().toString()));
    item.put(VERSION, AttributeValue.fromN(Long.toString(commit.version())));
    item.put(CAUSE, AttributeValue.fromS(cause.id()));
    item.put(MILLIS, AttributeValue.fromN(millis(commit.at())));
    item.put(EVENTS, AttributeValue.fromS(codec.writeEvents(commit.events())));
    if (!cause.answers().isEmpty()) {
      item.put(ANSWERS, AttributeValue.fromS(cause.answers()));
    }
    if (!cause.correlationId().equals(commit.stream().key())) {
      item.put(CORRELATION, AttributeValue.fromS(cause.correlationId()));
    }
    if (!cause.traceparent().isEmpty()) {
      item.put(TRACEPARENT, AttributeValue.fromS(cause.traceparent()));
    }
    if (!commit.messages().isEmpty()) {
      item.put(MESSAGES, AttributeValue.fromS(codec.writeOutgoing(commit.messages())));
    }
    return item;
  }

  /** @throws IllegalStateException when this build does not understand what is stored; the message that led here must then come again */
  Commit<E> read(Map<String, AttributeValue> item) {
    var stream = StreamId.parse(item.get(STREAM).s());
    long version = Long.parseLong(item.get(VERSION).n());
    try {
      return new Commit<>(
          stream,
          version,
          new Cause(item.get(CAUSE).s(), text(item, ANSWERS, ""), text(item, CORRELATION, stream.key()), text(item, TRACEPARENT, "")),
          instant(item.get(MILLIS).n()),
          codec.readEvents(item.get(EVENTS).s(), events),
          item.containsKey(MESSAGES) ? codec.readOutgoing(item.get(MESSAGES).s()) : List.of());
    } catch (UnreadableMessage e) {
      throw new IllegalStateException(
          "commit %s/%d cannot be read: %s; run a version of the service that knows it".formatted(stream, version, e.getMessage()), e);
    }
  }

  /**
   * The same item for whoever knows no types: as the central log would tell it.
   *
   * @throws IllegalStateException when it is no commit
   */
  static LoggedCommit logged(String service, Map<String, AttributeValue> item, LogCodec codec) {
    var stream = StreamId.parse(item.get(STREAM).s());
    long version = Long.parseLong(item.get(VERSION).n());
    try {
      return new LoggedCommit(
          "/tradewind/" + service,
          stream,
          version,
          new Cause(item.get(CAUSE).s(), text(item, ANSWERS, ""), text(item, CORRELATION, stream.key()), text(item, TRACEPARENT, "")),
          instant(item.get(MILLIS).n()),
          codec.entries(item.get(EVENTS).s()),
          codec.entries(text(item, MESSAGES, "[]")));
    } catch (UnreadableMessage e) {
      throw new IllegalStateException(
          "commit %s/%d of %s cannot be read: %s; look at the item".formatted(stream, version, service, e.getMessage()), e);
    }
  }

  /** Whole milliseconds take the fewest bytes; anything finer follows the point, so that every time is read back as it was. */
  private static String millis(Instant at) {
    return BigDecimal.valueOf(at.getEpochSecond()).movePointRight(3).add(BigDecimal.valueOf(at.getNano(), 6)).stripTrailingZeros().toPlainString();
  }

  private static Instant instant(String millis) {
    var seconds = new BigDecimal(millis).movePointLeft(3);
    var whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Instant.ofEpochSecond(whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValueExact());
  }

  private static String text(Map<String, AttributeValue> item, String name, String otherwise) {
    return item.containsKey(name) ? item.get(name).s() : otherwise;
  }
}
