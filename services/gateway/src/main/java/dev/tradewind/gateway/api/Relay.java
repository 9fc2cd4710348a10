package dev.tradewind.gateway.api;

import dev.tradewind.gateway.upstream.Service;
import dev.tradewind.gateway.upstream.ServiceAnswer;
import dev.tradewind.gateway.upstream.ServiceRequest;
import dev.tradewind.gateway.upstream.ServiceStream;
import dev.tradewind.gateway.upstream.Upstreams;
import dev.tradewind.quarkus.IdempotencyKey;
import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;

/** Passes a request on to a service, and its answer back. */
@Singleton
class Relay {

  private static final byte[] NOTHING = {};
  private static final Pattern QUERY = Pattern.compile("[\\x21-\\x7E]{0,4000}");

  private final Upstreams upstreams;

  Relay(Upstreams upstreams) {
    this.upstreams = upstreams;
  }

  Uni<Response> pass(HttpServerRequest request, Service service, String path) {
    return pass(request, service, path, NOTHING);
  }

  /**
   * @param path where the service has it, made of names that were checked
   * @param body null when the client sent none
   * @throws Problem 400 when what the client sent cannot be passed on; also when a key is missing on an unsafe call
   */
  Uni<Response> pass(HttpServerRequest request, Service service, String path, byte[] body) {
    return upstreams.of(service).call(request(request, path, body)).map(answer -> Answers.of(service, answer));
  }

  /** As {@link #pass}, of an answer that goes on. */
  Uni<Response> stream(HttpServerRequest request, Service service, String path) {
    return upstreams.of(service).stream(request(request, path, NOTHING)).map(reply -> switch (reply) {
      case ServiceStream stream -> Answers.head(stream.head()).entity(stream).build();
      case ServiceAnswer answer -> Answers.of(service, answer);
    });
  }

  private static ServiceRequest request(HttpServerRequest request, String path, byte[] body) {
    if (!request.method().equals(HttpMethod.GET)) {
      IdempotencyKey.required(request.getHeader(IdempotencyKey.HEADER));
    }
    var headers = PassedHeaders.of(request);
    if (body == null || body.length == 0) {
      return new ServiceRequest(request.method(), path + query(request), headers, NOTHING);
    }
    headers.putIfAbsent("Content-Type", MediaType.APPLICATION_JSON);
    return new ServiceRequest(request.method(), path + query(request), headers, body);
  }

  private static String query(HttpServerRequest request) {
    var query = Optional.ofNullable(request.query()).orElse("");
    if (!QUERY.matcher(query).matches()) {
      throw Problem.of(400, "invalid-query", "The query must be 4000 visible ASCII characters or less: encode others as %XX.");
    }
    return query.isEmpty() ? "" : "?" + query;
  }
}
