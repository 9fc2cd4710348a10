package dev.tradewind.gateway.upstream;

import dev.tradewind.core.Check;
import dev.tradewind.quarkus.IdempotencyKey;
import io.vertx.core.http.HttpMethod;
import java.util.Map;

/**
 * What a service is asked.
 *
 * @param path with the query, if there is one; as it goes over the wire
 * @param headers those that are passed on, and nothing else is
 * @param body empty for none
 */
public record ServiceRequest(HttpMethod method, String path, Map<String, String> headers, byte[] body) {

  private static final byte[] NOTHING = {};

  public ServiceRequest {
    Check.that(path.startsWith("/"), "path begins with /, but is '%s'", path);
    headers = Map.copyOf(headers);
  }

  /** Asks for JSON. */
  public static ServiceRequest get(String path) {
    return new ServiceRequest(HttpMethod.GET, path, Map.of("Accept", "application/json"), NOTHING);
  }

  /** Whether made twice it does the same: whatever carries a key is done once, however often it comes. */
  boolean isIdempotent() {
    return method.equals(HttpMethod.GET) || headers.containsKey(IdempotencyKey.HEADER);
  }
}
