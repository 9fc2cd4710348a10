package dev.tradewind.localcloud;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /health}: the state of each service; 200 when all are up, 503 otherwise. */
final class HealthReport {

  private record State(String service, boolean up) {}

  private final List<CloudService> services;

  HealthReport(List<CloudService> services) {
    this.services = services;
  }

  void answer(Response response, Callback callback) {
    var states = services.stream().map(service -> new State(service.name(), service.healthy())).toList();
    boolean allUp = states.stream().allMatch(State::up);
    var fields = states.stream()
        .map(state -> "\"%s\":\"%s\"".formatted(state.service(), word(state.up())))
        .collect(Collectors.joining(","));
    Json.answer(response, callback, allUp ? 200 : 503,
        "{\"status\":\"%s\",\"services\":{%s}}".formatted(word(allUp), fields));
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}
