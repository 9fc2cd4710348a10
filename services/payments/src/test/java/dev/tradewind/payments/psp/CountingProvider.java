package dev.tradewind.payments.psp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that counts the requests that reach it and answers as it is told to. */
public final class CountingProvider implements QuarkusTestResourceLifecycleManager {

  /** How it answers. */
  enum Mode {
    APPROVE,
    REFUSE,
    FAIL,
    HANG
  }

  static final AtomicInteger REQUESTS = new AtomicInteger();
  static volatile Mode mode = Mode.APPROVE;

  private static volatile CountDownLatch released = new CountDownLatch(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("the counting provider needs a free port on the loopback interface", e);
    }
    server.setExecutor(threads);
    server.createContext("/psp", this::answer);
    server.start();
    return Map.of(
        "tradewind.provider.url", "http://127.0.0.1:" + server.getAddress().getPort(),
        "tradewind.provider.calls-at-once", "8",
        // Long enough that a busy machine neither times out nor lets a breaker half open unseen.
        "tradewind.provider.timeout-millis", "60000",
        "tradewind.provider.breaker.open-millis", "5000");
  }

  /** Answers every request that hangs. */
  static void release() {
    released.countDown();
    released = new CountDownLatch(1);
  }

  @Override
  public void stop() {
    release();
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    REQUESTS.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    switch (mode) {
      case APPROVE -> send(exchange, 201, "{\"id\":\"auth-1\",\"status\":\"approved\",\"new\":\"field\"}");
      case REFUSE -> send(exchange, 422, "{\"type\":\"urn:problem:unknown-method\"}");
      case FAIL -> send(exchange, 500, "{}");
      case HANG -> hang(exchange);
    }
    exchange.close();
  }

  private static void hang(HttpExchange exchange) throws IOException {
    try {
      released.await();
      send(exchange, 500, "{}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
