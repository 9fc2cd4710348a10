package dev.tradewind.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;

/** The carrier understood the request and did not do it. Sent again, it would be refused again. */
public final class CarrierRefusal extends RuntimeException {

  static final String CANCELLED = "shipment-cancelled";
  static final String DISPATCHED = "already-dispatched";

  /** Not refusals: who we are, how fast we are and how long we took can all be different next time. */
  private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

  /** @param type a stable URI whose last part names the problem */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Problem(Optional<String> type) {}

  private final String problem;

  public CarrierRefusal(int status, String problem) {
    super("the carrier refused with %d %s".formatted(status, problem));
    this.problem = problem;
  }

  /** Nothing, as the client wants it, when the response is no refusal. */
  static RuntimeException from(Response response) {
    int status = response.getStatus();
    if (status < 400 || status >= 500 || PASSING.contains(status)) {
      return null;
    }
    var type = response.readEntity(Problem.class).type().orElse("unnamed");
    return new CarrierRefusal(status, type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1));
  }

  /** The last part of the problem's type, such as {@code shipment-refused}. */
  String problem() {
    return problem;
  }
}
