package dev.tradewind.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The JDK's HTTP server, a virtual thread a request. */
final class Http implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Http.class.getName());

  static {
    // Otherwise each answer waits for the client's delayed acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

  /** @param port on loopback; 0 takes a free one */
  Http(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(requests);
  }

  /** What a request asks. */
  record Request(String method, String path, String key, Supplier<ObjectNode> body) {}

  /** What it is answered. */
  record Answer(int status, String text) {

    static Answer json(int status, ObjectNode body) {
      return new Answer(status, Json.write(body));
    }

    static Answer problem(int status, String detail) {
      return json(status, Json.object().put("status", status).put("detail", detail));
    }
  }

  /** Answers the requests below a path. */
  @FunctionalInterface
  interface Route {
    Answer answer(Request request);
  }

  Http route(String path, Route route) {
    server.createContext(path, exchange -> {
      try (exchange) {
        Answer answer = answer(route, exchange);
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    });
    return this;
  }

  private static Answer answer(Route route, HttpExchange exchange) {
    try {
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      return route.answer(new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), key == null ? "" : key, () -> body(exchange)));
    } catch (IllegalArgumentException wrong) {
      return Answer.problem(400, wrong.getMessage());
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "event=request-failed path=" + exchange.getRequestURI().getPath(), failure);
      return Answer.problem(500, "it went wrong here; the log says how");
    }
  }

  private static ObjectNode body(HttpExchange exchange) {
    try {
      return Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("the body cannot be read: " + unreadable.getMessage());
    }
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdown();
  }
}
