package dev.tradewind.gateway.stub;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A service as a test wants it: it answers as it was told, and remembers what it was asked. */
public final class Stub {

  /** A request as it came. */
  public record Asked(String method, String uri, MultiMap headers, String body) {

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /** What answers; the body has come by then. */
  @FunctionalInterface
  public interface Answering extends Handler<HttpServerRequest> {

    static Answering json(int status, String body) {
      return with(status, "application/json", body);
    }

    static Answering problem(int status, String code, String detail) {
      return with(status, "application/problem+json", """
          {"type":"urn:tradewind:problem:%s","title":"T","status":%d,"detail":"%s"}""".formatted(code, status, detail));
    }

    static Answering with(int status, String type, String body) {
      return request -> request.response().setStatusCode(status).putHeader("Content-Type", type).end(body);
    }

    /** The request is heard, and nothing ever comes. */
    static Answering silence() {
      return request -> { };
    }

    /** The request is heard, and the connection is closed. */
    static Answering hangUp() {
      return request -> request.connection().close();
    }

    default Answering and(String header, String value) {
      return request -> {
        request.response().putHeader(header, value);
        handle(request);
      };
    }
  }

  private static final Answering NOTHING = Answering.problem(404, "nothing-here", "The stub was not told what to answer.");

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicReference<Context> loop = new AtomicReference<>();
  private final HttpServer server;
  private volatile Answering answering = NOTHING;

  Stub(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::hear).listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
  }

  public int port() {
    return server.actualPort();
  }

  public String url() {
    return "http://localhost:" + port();
  }

  public void answers(Answering with) {
    answering = with;
  }

  /** All requests so far, the first one first. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** As it was in the beginning. */
  public void forget() {
    answering = NOTHING;
    asked.clear();
  }

  /** Does something on the stub's own event loop, where its answers are written. */
  public void on(Runnable work) {
    loop.get().runOnContext(ignored -> work.run());
  }

  /** Nobody listens there any more. */
  public void die() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void hear(HttpServerRequest request) {
    request.body().onSuccess(body -> {
      loop.set(Vertx.currentContext());
      asked.add(new Asked(request.method().name(), request.uri(), request.headers(), body.toString()));
      answering.handle(request);
    });
  }
}
