package dev.tradewind.chaos.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.function.Consumer;

/** The AWS endpoint that does the work. */
final class Backend {

  // A client that long-polls holds a connection for as long as the poll lasts.
  private static final int CONNECTIONS = 500;
  private static final int CONNECT_MILLIS = 2_000;

  private final URI endpoint;
  private final HttpClient client;

  Backend(Vertx vertx, URI endpoint) {
    this.endpoint = endpoint;
    this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setKeepAlive(true).setKeepAliveTimeout(60)
        .setConnectTimeout(CONNECT_MILLIS).setTcpNoDelay(true));
  }

  /** Forwards a request and carries it through, also when its caller leaves first. */
  Future<Answer> call(HttpServerRequest caller, Buffer body) {
    return send(caller.method(), caller.uri(), headers(caller), body, request -> { });
  }

  /** Forwards a request that is given up when its caller leaves: nobody else would get what it brings. */
  Future<Answer> poll(HttpServerRequest caller, Buffer body) {
    return send(caller.method(), caller.uri(), headers(caller), body, request -> caller.connection().closeHandler(closed -> request.reset()));
  }

  /** A call of the proxy's own, in the JSON protocol. */
  Future<Answer> call(String target, Buffer body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Amz-Target", target).add("Content-Type", "application/x-amz-json-1.0");
    return send(HttpMethod.POST, "/", headers, body, request -> { });
  }

  private static MultiMap headers(HttpServerRequest caller) {
    return MultiMap.caseInsensitiveMultiMap().addAll(caller.headers()).remove("Host").remove("Content-Length").remove("Connection");
  }

  private Future<Answer> send(HttpMethod method, String uri, MultiMap headers, Buffer body, Consumer<HttpClientRequest> underWay) {
    RequestOptions options = new RequestOptions().setMethod(method).setHost(endpoint.getHost()).setPort(endpoint.getPort()).setURI(uri)
        .setHeaders(headers);
    return client.request(options)
        .compose(request -> {
          underWay.accept(request);
          return request.send(body);
        })
        .compose(response -> response.body().map(answer -> new Answer(response.statusCode(), response.headers(), answer)));
  }
}
