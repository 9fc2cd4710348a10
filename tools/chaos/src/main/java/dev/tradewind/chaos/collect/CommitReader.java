package dev.tradewind.chaos.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.checker.Stream.Commit;
import dev.tradewind.checker.Stream.Outgoing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the item of a commit: its cause {@code c}, its events {@code e} and its messages {@code m}, as lists of name and content. */
final class CommitReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REQUEST = "request/";
  /** Where a message that must not come before some time says so. */
  private static final int DUE = 2;

  private final String service;
  private final Subscribers subscribers;
  private final Collection<String> deadlines;

  /** @param deadlines is told the ids of all deadlines */
  CommitReader(String service, Subscribers subscribers, Collection<String> deadlines) {
    this.service = service;
    this.subscribers = subscribers;
    this.deadlines = deadlines;
  }

  static String stream(Map<String, AttributeValue> item) {
    return item.get("stream").s();
  }

  Commit read(Map<String, AttributeValue> item) {
    long version = Long.parseLong(item.get("version").n());
    var cause = item.get("c").s();
    return new Commit(version, cause, events(item), messages(stream(item) + "/" + version, cause, list(item, "m")), content(item, cause));
  }

  private static Object content(Map<String, AttributeValue> item, String cause) {
    var key = stream(item).substring(stream(item).indexOf('/') + 1);
    var millis = new BigDecimal(item.get("t").n());
    var at = Instant.ofEpochMilli(millis.longValue()).plusNanos(millis.remainder(BigDecimal.ONE).movePointRight(6).longValue());
    return Contents.of(cause, text(item, "a", ""), text(item, "o", key), text(item, "p", ""), at, list(item, "e"), list(item, "m"));
  }

  private static String text(Map<String, AttributeValue> item, String name, String otherwise) {
    return item.containsKey(name) ? item.get(name).s() : otherwise;
  }

  /** The names of its events, without their version. */
  static List<String> events(Map<String, AttributeValue> item) {
    var events = new ArrayList<String>();
    list(item, "e").forEach(event -> events.add(withoutVersion(event.path(0).asText())));
    return events;
  }

  private List<Outgoing> messages(String commit, String cause, JsonNode stored) {
    var messages = new ArrayList<Outgoing>();
    for (var message : stored) {
      boolean deadline = message.has(DUE);
      var id = id(commit, messages.size(), deadline, cause);
      if (deadline) {
        deadlines.add(id);
      }
      messages.add(new Outgoing(id, subscribers.of(service, message.path(0).asText())));
    }
    return messages;
  }

  /** A request's deadline is sent before its commit stands, and bears the request's name so that it is not taken for the winner's. */
  private static String id(String commit, int index, boolean deadline, String cause) {
    var id = commit + "/" + index;
    return deadline && cause.startsWith(REQUEST) ? id + "/" + UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)) : id;
  }

  /** A few names, told a million times: one object each. */
  private static String withoutVersion(String name) {
    int dot = name.lastIndexOf(".v");
    return (dot < 0 ? name : name.substring(0, dot)).intern();
  }

  private static JsonNode list(Map<String, AttributeValue> item, String name) {
    try {
      return item.containsKey(name) ? JSON.readTree(item.get(name).s()) : JSON.createArrayNode();
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("commit %s/%s: attribute %s is no JSON; look at the item".formatted(
          stream(item), item.get("version").n(), name), malformed);
    }
  }
}
