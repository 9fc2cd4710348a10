package dev.tradewind.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Stands between a client and the local cloud, and does to requests what networks and services do to them. */
final class FaultyProxy implements AutoCloseable {

  private static final Set<String> OWN_HEADERS = Set.of("host", "connection", "content-length", "upgrade", "expect", "http2-settings");

  /** What happens to one request. */
  private sealed interface Fault {
    record Status(int status) implements Fault {}

    record AnswerLost() implements Fault {}

    record AnswerChanged(UnaryOperator<String> change) implements Fault {}

    record Watched(Consumer<String> watcher) implements Fault {}
  }

  private record Planned(String operation, Fault fault) {}

  private final Queue<Planned> plans = new ConcurrentLinkedQueue<>();
  private final List<String> operations = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
  private final URI target;
  private final int port;
  private HttpServer server;

  FaultyProxy(URI target) {
    this.target = target;
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The next request for this operation is refused with this status and never gets through. */
  void refuseNext(String operation, int status) {
    plans.add(new Planned(operation, new Fault.Status(status)));
  }

  /** The next request for this operation is executed, and its answer never arrives. */
  void loseNextAnswer(String operation) {
    plans.add(new Planned(operation, new Fault.AnswerLost()));
  }

  /** The answer to the next request for this operation arrives changed. */
  void changeNextAnswer(String operation, UnaryOperator<String> change) {
    plans.add(new Planned(operation, new Fault.AnswerChanged(change)));
  }

  /** Shows the body of the next request for this operation, and lets it pass. */
  void watchNext(String operation, Consumer<String> watcher) {
    plans.add(new Planned(operation, new Fault.Watched(watcher)));
  }

  /** From now on connections are refused. */
  void down() {
    server.stop(0);
  }

  void up() {
    server = listen(port);
  }

  /** The operations requested so far. */
  List<String> operations() {
    return operations;
  }

  long count(String operation) {
    return operations.stream().filter(operation::equals).count();
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
    threads.shutdownNow();
  }

  private HttpServer listen(int on) {
    try {
      var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
      listening.setExecutor(threads);
      listening.createContext("/", this::handle);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var operation = operation(exchange, new String(body, StandardCharsets.UTF_8));
      operations.add(operation);
      var plan = plans.stream().filter(planned -> planned.operation().equals(operation)).findFirst().filter(plans::remove);
      if (plan.isPresent() && plan.get().fault() instanceof Fault.Status(int status)) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      if (plan.isPresent() && plan.get().fault() instanceof Fault.Watched(var watcher)) {
        watcher.accept(new String(body, StandardCharsets.UTF_8));
      }
      var answer = client.send(forwarded(exchange, body), BodyHandlers.ofByteArray());
      var content = answer.body();
      if (plan.isPresent() && plan.get().fault() instanceof Fault.AnswerLost) {
        return;
      }
      if (plan.isPresent() && plan.get().fault() instanceof Fault.AnswerChanged(var change)) {
        content = change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
      }
      boolean changed = content != answer.body();
      answer.headers().map().forEach((name, values) -> {
        if (!name.startsWith(":") && !OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT)) && !(changed && name.equalsIgnoreCase("x-amz-crc32"))) {
          exchange.getResponseHeaders().put(name, values);
        }
      });
      exchange.getResponseHeaders().remove("Transfer-encoding");
      exchange.sendResponseHeaders(answer.statusCode(), content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest forwarded(HttpExchange exchange, byte[] body) {
    var request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI())).method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().forEach((name, values) -> {
      if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> request.header(name, value));
      }
    });
    return request.build();
  }

  /** From the header of the JSON protocols, or the form of the query protocol. */
  private static String operation(HttpExchange exchange, String body) {
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.substring(target.indexOf('.') + 1);
    }
    var action = body.substring(body.indexOf("Action=") + "Action=".length());
    return action.contains("&") ? action.substring(0, action.indexOf('&')) : action;
  }
}
