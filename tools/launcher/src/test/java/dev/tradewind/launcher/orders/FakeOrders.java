package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders, inventory and partners services over HTTP, as far as their clients here can tell. The customer's id says how an order goes. */
final class FakeOrders implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An accepted order. */
  private static final class Order {
    private final JsonNode body;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean cancelled;

    private Order(JsonNode body) {
      this.body = body;
    }

    private String state() {
      int look = looks.incrementAndGet();
      return switch (body.path("customerId").asText()) {
        case "never-ends" -> "PLACED";
        case "needs-attention" -> "NEEDS_ATTENTION";
        case "in-review" -> "IN_REVIEW";
        case "out-of-stock" -> "REJECTED";
        case "waits-for-cancel" -> cancelled ? "CANCELLED" : "PLACED";
        default -> look == 1 ? "PLACED" : look == 2 ? "CONFIRMED" : "DELIVERED";
      };
    }

    private long total() {
      long total = 0;
      for (JsonNode line : body.path("lines")) {
        total += line.path("quantity").longValue() * line.path("unitPrice").longValue();
      }
      return total;
    }
  }

  final Map<String, String> idsByKey = new ConcurrentHashMap<>();
  final Set<String> tokens = ConcurrentHashMap.newKeySet();
  final List<String> cancelKeys = new java.util.concurrent.CopyOnWriteArrayList<>();
  final ConcurrentLinkedQueue<String> receipts = new ConcurrentLinkedQueue<>();
  /** Answers to give before real ones: a status, and whether it says when to come back. */
  final ConcurrentLinkedQueue<Integer> turnAway = new ConcurrentLinkedQueue<>();
  /** Answers of an orders service whose copy of products is behind. */
  final ConcurrentLinkedQueue<Integer> unknownYet = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> imports = new ConcurrentLinkedQueue<>();
  /** How often the import is not done yet when somebody looks. */
  final AtomicInteger importLooks = new AtomicInteger();
  volatile long extraOnTheLedger;
  volatile boolean ledgerIsOut;
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger mostOpen = new AtomicInteger();

  private final AtomicInteger nextId = new AtomicInteger();
  private final Map<String, Order> orders = new ConcurrentHashMap<>();
  private final HttpServer server;

  FakeOrders() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException cannotListen) {
      throw new UncheckedIOException(cannotListen);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/orders", this::orders);
    server.createContext("/v2/orders", this::orders);
    server.createContext("/v1/stock", exchange -> {
      receipts.add(exchange.getRequestURI().getPath() + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
          + new String(exchange.getRequestBody().readAllBytes()));
      answer(exchange, 201, "{}");
    });
    server.createContext("/v1/products/imports", this::imports);
    server.createContext("/psp/ledger/summary", exchange -> answer(exchange, ledgerIsOut ? 404 : 200, ledger()));
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void orders(HttpExchange exchange) throws IOException {
    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
    Integer away = turnAway.poll();
    if (away != null) {
      exchange.getResponseHeaders().add("Retry-After", "0");
      answer(exchange, away, "{}");
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    if (path.endsWith("/cancel")) {
      cancelKeys.add(key);
      orders.get(path.split("/")[3]).cancelled = true;
      answer(exchange, body.isEmpty() ? 202 : 400, "{}");
    } else if (exchange.getRequestMethod().equals("POST")) {
      place(exchange, key, body);
    } else {
      show(exchange, path.split("/")[3]);
    }
  }

  private void imports(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      boolean done = importLooks.getAndDecrement() <= 0;
      answer(exchange, 200, "{\"state\":\"%s\",\"rows\":2,\"applied\":%d,\"changed\":%d}".formatted(
          done ? "DONE" : "RUNNING", done ? 2 : 1, done ? 1 : 0));
      return;
    }
    String file = new String(exchange.getRequestBody().readAllBytes());
    imports.add(exchange.getRequestHeaders().getFirst("Content-Type") + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + file);
    answer(exchange, file.contains("wrong") ? 422 : 202, file.contains("wrong")
        ? "{\"type\":\"urn:tradewind:problem:invalid-import\",\"detail\":\"The file breaks 2 rules; nothing was imported.\",\"errors\":["
            + "{\"line\":3,\"column\":\"sku\",\"detail\":\"must be better\"},{\"line\":4,\"detail\":\"must have 5 columns\"}]}"
        : "{\"importId\":\"i-1\",\"state\":\"RUNNING\"}");
  }

  private void place(HttpExchange exchange, String key, JsonNode body) throws IOException {
    Integer unknown = unknownYet.poll();
    if (unknown != null) {
      exchange.getResponseHeaders().add("Retry-After", "1");
      answer(exchange, unknown, "{\"type\":\"urn:tradewind:problem:unknown-product\"}");
      return;
    }
    if (body.path("customerId").asText().equals("refused")) {
      answer(exchange, 400, "{\"title\":\"Bad Request\",\"detail\":\"The order cannot be read.\",\"errors\":[{\"field\":\"lines\"}]}");
      return;
    }
    String id = idsByKey.computeIfAbsent(key, first -> {
      mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
      return "order-" + nextId.getAndIncrement();
    });
    orders.putIfAbsent(id, new Order(body));
    answer(exchange, 202, JSON.createObjectNode().put("orderId", id).put("status", "ACCEPTED").toString());
  }

  private void show(HttpExchange exchange, String id) throws IOException {
    Order order = orders.get(id);
    String state = order.state();
    if (state.equals("CONFIRMED")) {
      open.decrementAndGet();
    }
    answer(exchange, 200, JSON.createObjectNode().put("orderId", id).put("state", state).put("reason", state.equals("REJECTED") ? "out-of-stock" : null)
        .put("placedAt", "2026-01-01T00:00:00Z").put("changedAt", "2026-01-01T00:00:02.500Z")
        .set("total", JSON.createObjectNode().put("amount", order.total()).put("currency", "EUR")).toString());
  }

  private String ledger() {
    var summary = JSON.createObjectNode();
    var net = summary.putObject("net");
    orders.forEach((id, order) -> net.putObject(id).put("EUR",
        order.looks.get() > 2 && !order.cancelled && order.body.path("customerId").asText().startsWith("c-") ? order.total() + extraOnTheLedger : 0));
    return summary.toString();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
