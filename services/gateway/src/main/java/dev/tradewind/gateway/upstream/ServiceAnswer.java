package dev.tradewind.gateway.upstream;

import io.vertx.mutiny.core.MultiMap;
import java.util.List;
import java.util.Optional;

/**
 * What a service answered, also when it says no.
 *
 * @param headers all of them; who passes them on chooses
 * @param body empty for none
 */
public record ServiceAnswer(int status, MultiMap headers, byte[] body) implements Reply {

  static final String PROBLEM = "application/problem+json";

  private static final List<Integer> OF_PROXIES = List.of(502, 503, 504);

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public boolean isProblem() {
    return header("Content-Type").filter(type -> type.startsWith(PROBLEM)).isPresent();
  }

  /** Whether it comes from what stands before a service, or from one that is stopping: services say such things as problems. */
  boolean isOfAProxy() {
    return OF_PROXIES.contains(status) && !isProblem();
  }
}
