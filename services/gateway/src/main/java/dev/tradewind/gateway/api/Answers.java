package dev.tradewind.gateway.api;

import dev.tradewind.gateway.upstream.Service;
import dev.tradewind.gateway.upstream.ServiceAnswer;
import dev.tradewind.quarkus.Problem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** What services answered, as clients get it: status, body, and the headers listed here. */
final class Answers {

  private static final List<String> PASSED = List.of("Content-Type", "ETag", "Link", "Retry-After", "Cache-Control", "Vary", "Preference-Applied");
  private static final int REDIRECT = 300;
  private static final int NOT_MODIFIED = 304;

  private Answers() {}

  /** @throws Problem 502 when it cannot be passed on: an error that is no problem detail, or a way to somewhere else */
  static Response of(Service service, ServiceAnswer answer) {
    if (answer.status() >= REDIRECT && answer.status() != NOT_MODIFIED && !answer.isProblem()) {
      throw Problem.of(502, "bad-gateway", "%s answered %d without saying why.".formatted(service.label(), answer.status()));
    }
    var response = head(answer);
    return answer.body().length == 0 ? response.build() : response.entity(answer.body()).build();
  }

  static Response.ResponseBuilder head(ServiceAnswer answer) {
    var response = Response.status(answer.status());
    PASSED.forEach(name -> answer.header(name).ifPresent(value -> response.header(name, value)));
    answer.header("Location").ifPresent(location -> response.location(here(location)));
    return response;
  }

  /** Services name themselves; their paths are ours. */
  private static URI here(String location) {
    return URI.create(URI.create(location).getRawPath());
  }
}
