package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.chaos.proxy.Operation.Service;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees what was really executed, whatever the client is told of it. */
final class Witness {

  private static final Pattern FAILED = Pattern.compile("<Failed>(.*)</Failed>", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("<Id>(.*?)</Id>");

  private final TrafficLog log;
  private final Routes routes;
  private final Commits commits;

  Witness(TrafficLog log, Routes routes, Commits commits) {
    this.log = log;
    this.routes = routes;
    this.commits = commits;
  }

  void wrote(JsonNode request) {
    JsonNode item = request.path("Item");
    if (item.has("stream") && item.has("version")) {
      commits.made(item.path("stream").path("S").asText(), item.path("version").path("N").asLong(), item.path("e").path("S").asText(),
          item.path("m").path("S").asText());
    }
  }

  /** A write that its own item stands in the way of was made before, and its answer did not come back here either. */
  void refused(JsonNode request, JsonNode answer) {
    JsonNode cause = answer.path("Item").path("c");
    if (!cause.isMissingNode() && cause.equals(request.path("Item").path("c"))) {
      wrote(request);
    }
  }

  void queueCall(Operation operation, JsonNode request, JsonNode answer) {
    String queue = Routes.lastPart(request.path("QueueUrl").asText(), '/');
    switch (operation.name()) {
      case "SendMessage" -> put(queue, request.path("MessageBody").asText());
      case "SendMessageBatch" -> accepted(request, answer).forEach(entry -> put(queue, entry.path("MessageBody").asText()));
      case "DeleteMessage" -> log.acknowledged(request.path("ReceiptHandle").asText());
      case "DeleteMessageBatch" -> accepted(request, answer).forEach(entry -> log.acknowledged(entry.path("ReceiptHandle").asText()));
      case "ReceiveMessage" -> answer.path("Messages").forEach(message -> Envelope.read(message.path("Body").asText())
          .ifPresent(envelope -> log.delivered(queue, envelope.id(), message.path("ReceiptHandle").asText())));
      default -> { }
    }
  }

  /** Whoever asks to delete a message has handled it, also when nobody knows whether the queue heard it. */
  void outcomeUnknown(Operation operation, JsonNode request) {
    if (operation.is(Service.SQS, "DeleteMessage", "DeleteMessageBatch")) {
      queueCall(operation, request, request.path("nothing is known to have failed"));
    }
  }

  void published(Operation operation, String form, String answer) {
    Map<String, String> fields = fields(form);
    String topic = fields.getOrDefault("TopicArn", "");
    if (operation.is(Service.SNS, "Publish")) {
      publish(topic, fields.getOrDefault("Message", ""));
    } else if (operation.is(Service.SNS, "PublishBatch")) {
      Set<String> failed = failed(answer);
      String entry = "PublishBatchRequestEntries.member.%d.%s";
      for (int i = 1; fields.containsKey(entry.formatted(i, "Id")); i++) {
        if (!failed.contains(fields.get(entry.formatted(i, "Id")))) {
          publish(topic, fields.getOrDefault(entry.formatted(i, "Message"), ""));
        }
      }
    }
  }

  private void put(String queue, String body) {
    Envelope.read(body).ifPresent(envelope -> log.put(queue, envelope.id()));
  }

  private void publish(String topic, String body) {
    Envelope.read(body).ifPresent(envelope -> routes.queues(topic, envelope.type()).forEach(queue -> log.put(queue, envelope.id())));
  }

  private static Iterable<JsonNode> accepted(JsonNode request, JsonNode answer) {
    Set<String> failed = new HashSet<>();
    answer.path("Failed").forEach(entry -> failed.add(entry.path("Id").asText()));
    return () -> request.path("Entries").valueStream().filter(entry -> !failed.contains(entry.path("Id").asText())).iterator();
  }

  private static Set<String> failed(String answer) {
    Set<String> ids = new HashSet<>();
    Matcher failed = FAILED.matcher(answer);
    if (failed.find()) {
      ID.matcher(failed.group(1)).results().forEach(id -> ids.add(id.group(1)));
    }
    return ids;
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
