package dev.tradewind.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * One attempt over HTTP/1.1: the request goes out, the answer comes in.
 *
 * @param calls the client for answers that end
 * @param streams the client for those that go on: they hold their connections
 * @param longest bytes an answer may have
 * @param timeout after which a connection on which nothing comes is closed; the guard has given up by then
 */
record Exchange(HttpClient calls, HttpClient streams, long longest, Duration timeout) {

  private static final byte[] NOTHING = {};
  private static final int OK = 200;

  /** The whole answer. */
  Uni<ServiceAnswer> answer(Place place, ServiceRequest request) {
    return calls.request(options(place, request).setTimeout(timeout.toMillis()))
        .flatMap(open -> send(open, request).flatMap(response -> whole(open, response)).onCancellation().invoke(() -> drop(open)))
        .invoke(Exchange::requireOwn);
  }

  /** The answer's beginning, when it is a stream; what follows is read by who subscribes to it. */
  Uni<Reply> stream(Place place, ServiceRequest request) {
    return streams.request(options(place, request))
        .flatMap(open -> send(open, request).flatMap(response -> reply(open, response)).onCancellation().invoke(() -> drop(open)));
  }

  private Uni<Reply> reply(HttpClientRequest open, HttpClientResponse response) {
    if (response.statusCode() != OK) {
      return whole(open, response).invoke(Exchange::requireOwn).map(Reply.class::cast);
    }
    // Nothing is read before somebody subscribes, and nothing is lost.
    response.pause();
    return Uni.createFrom().item(new ServiceStream(head(response), response.toMulti().onCancellation().invoke(() -> drop(open))));
  }

  private static void requireOwn(ServiceAnswer answer) {
    if (answer.isOfAProxy()) {
      throw new NoAnswer("answered %d without a problem detail".formatted(answer.status()));
    }
  }

  private static RequestOptions options(Place place, ServiceRequest request) {
    // Also when there are none: the trace is written into them.
    var headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
    return new RequestOptions().setMethod(request.method()).setHost(place.host()).setPort(place.port()).setSsl(place.secure())
        .setURI(request.path()).setHeaders(headers);
  }

  private static Uni<HttpClientResponse> send(HttpClientRequest open, ServiceRequest request) {
    return request.body().length == 0 ? open.send() : open.send(Buffer.buffer(request.body()));
  }

  private Uni<ServiceAnswer> whole(HttpClientRequest open, HttpClientResponse response) {
    return response.toMulti().collect().in(Buffer::buffer, (all, more) -> {
      if (all.length() + more.length() > longest) {
        throw new TooLong(longest);
      }
      all.appendBuffer(more);
    }).onFailure(TooLong.class).invoke(() -> drop(open)).map(all -> new ServiceAnswer(response.statusCode(), response.headers(), all.getBytes()));
  }

  private static ServiceAnswer head(HttpClientResponse response) {
    return new ServiceAnswer(response.statusCode(), response.headers(), NOTHING);
  }

  /** Nobody waits any more: the connection is closed, for what would still come on it would be taken for the next answer. */
  private static void drop(HttpClientRequest open) {
    open.reset(0, new CancellationException("nobody waits for the answer"));
  }
}
