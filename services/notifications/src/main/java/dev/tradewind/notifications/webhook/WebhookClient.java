package dev.tradewind.notifications.webhook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calls an endpoint once: at the address that was checked, under the name the customer wrote. It follows no redirect, drops the connection
 * when the timeout is over whatever the consumer does, and reads no more of the answer than it must to use the connection again.
 */
@Singleton
final class WebhookClient {

  private static final long MOST_BYTES = 65_536;

  /** To one host: more than there are attempts under way, so that none waits for another. */
  private static final int MOST_CONNECTIONS = 1_000;

  private final Vertx vertx;
  private final HttpClient http;
  private final long timeoutMillis;

  /**
   * What a consumer answered.
   *
   * @param retryAfter the header of that name
   */
  record Answer(int status, Optional<String> retryAfter) {}

  WebhookClient(
      Vertx vertx,
      @ConfigProperty(name = "tradewind.notifications.webhook.timeout-millis") long timeoutMillis) {
    this.vertx = vertx;
    this.timeoutMillis = timeoutMillis;
    // Strangers are called: they get no trace id, and their URLs do not go into spans.
    this.http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(MOST_CONNECTIONS).setTracingPolicy(TracingPolicy.IGNORE));
  }

  /** Fails when there is no answer: {@link TimeoutException}, or what the connection failed with. */
  Uni<Answer> post(Endpoint endpoint, WebhookRequest message) {
    return Uni.createFrom().emitter(emitter -> http.request(options(endpoint))
        .onFailure(emitter::fail)
        .onSuccess(request -> send(request, message, emitter)));
  }

  private RequestOptions options(Endpoint endpoint) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(endpoint.port(), endpoint.address().getHostAddress()))
        .setHost(endpoint.url().getHost())
        .setPort(endpoint.port())
        .setSsl(endpoint.isEncrypted())
        .setURI(endpoint.target())
        .setFollowRedirects(false)
        .setConnectTimeout(timeoutMillis);
  }

  private void send(HttpClientRequest request, WebhookRequest message, UniEmitter<? super Answer> emitter) {
    long timer = vertx.setTimer(timeoutMillis, fired -> request.reset());
    message.headers().forEach(request::putHeader);
    request.send(Buffer.buffer(message.body()))
        .onFailure(failure -> {
          vertx.cancelTimer(timer);
          emitter.fail(failure instanceof StreamResetException ? new TimeoutException() : failure);
        })
        .onSuccess(response -> {
          emitter.complete(new Answer(response.statusCode(), Optional.ofNullable(response.getHeader("retry-after"))));
          drain(request, response).onComplete(drained -> vertx.cancelTimer(timer));
        });
  }

  /** Nobody waits for the body; reading a little of it keeps the connection. */
  private static Future<Void> drain(HttpClientRequest request, HttpClientResponse response) {
    var read = new AtomicLong();
    response.handler(bytes -> {
      if (read.addAndGet(bytes.length()) > MOST_BYTES) {
        request.reset();
      }
    });
    return response.end();
  }
}
