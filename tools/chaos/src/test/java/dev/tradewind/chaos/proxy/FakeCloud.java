package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The endpoint behind the proxy: takes whatever it is asked, and delivers what it was given to deliver. */
final class FakeCloud implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<String> executed = new CopyOnWriteArrayList<>();
  private final Deque<String> toDeliver = new ArrayDeque<>();
  private volatile Optional<String> refusal = Optional.empty();

  FakeCloud() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it was asked, each an operation and its body. */
  List<String> executed() {
    return executed;
  }

  long executed(String operation) {
    return executed.stream().filter(one -> one.startsWith(operation + " ")).count();
  }

  synchronized void deliver(String... bodies) {
    toDeliver.addAll(List.of(bodies));
  }

  /** From now on every call is executed, and answered with 400 and this. */
  void refuseWith(String body) {
    refusal = Optional.of(body);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Optional<String> target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
        .map(name -> name.substring(name.indexOf('.') + 1));
    executed.add(target.orElse("Form") + " " + body);
    String said = refusal.isPresent() ? refusal.get() : target.isPresent() ? answer(target.get(), JSON.readTree(body)).toString() : published(body);
    byte[] answer = said.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", target.isPresent() ? "application/x-amz-json-1.0" : "text/xml");
    exchange.sendResponseHeaders(refusal.isPresent() ? 400 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private synchronized ObjectNode answer(String operation, JsonNode request) {
    ObjectNode answer = JSON.createObjectNode();
    switch (operation) {
      case "SendMessageBatch" -> request.path("Entries").forEach(entry -> answer.withArray("Successful").addObject()
          .put("Id", entry.path("Id").asText()).put("MessageId", "sqs-id").put("MD5OfMessageBody", md5(entry.path("MessageBody").asText())));
      case "DeleteMessageBatch", "ChangeMessageVisibilityBatch" ->
          request.path("Entries").forEach(entry -> answer.withArray("Successful").addObject().put("Id", entry.path("Id").asText()));
      case "PutRecords" -> request.path("Records").forEach(record -> answer.put("FailedRecordCount", 0).withArray("Records").addObject()
          .put("SequenceNumber", "1").put("ShardId", "shardId-000000000000"));
      case "ReceiveMessage" -> {
        ArrayNode messages = answer.withArray("Messages");
        while (!toDeliver.isEmpty() && messages.size() < request.path("MaxNumberOfMessages").asInt(1)) {
          String body = toDeliver.removeFirst();
          messages.addObject().put("MessageId", "sqs-id").put("ReceiptHandle", "receipt-of-" + body.hashCode()).put("Body", body)
              .put("MD5OfBody", md5(body));
        }
      }
      default -> { }
    }
    return answer;
  }

  private static String published(String form) {
    StringBuilder members = new StringBuilder();
    for (int i = 1; form.contains("PublishBatchRequestEntries.member." + i + ".Id"); i++) {
      members.append("<member><Id>%d</Id><MessageId>m</MessageId></member>".formatted(i - 1));
    }
    return "<PublishBatchResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishBatchResult><Successful>" + members
        + "</Successful><Failed></Failed></PublishBatchResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></PublishBatchResponse>";
  }

  private static String md5(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
