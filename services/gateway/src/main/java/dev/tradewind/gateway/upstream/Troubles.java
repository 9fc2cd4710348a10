package dev.tradewind.gateway.upstream;

import dev.tradewind.quarkus.Problem;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

/** What a client is told when a service did not answer. */
final class Troubles {

  private static final Logger LOG = Logger.getLogger("tradewind.upstream");
  private static final Duration SOON = Duration.ofSeconds(1);

  private Troubles() {}

  static Problem problem(Service service, Throwable failure) {
    return switch (failure) {
      case Problem told -> told;
      case TimeoutException late -> Problem.notYet(504, "service-timeout",
          "%s did not answer in time. Repeat the request, with the same Idempotency-Key if it had one.".formatted(service.label()), SOON);
      case BulkheadException full -> Problem.notYet(503, "service-busy",
          "%s has as many requests under way as it may have; repeat the request a little later.".formatted(service.label()), SOON);
      case CircuitBreakerOpenException open -> away(service);
      case TooLong tooLong -> Problem.of(502, "bad-gateway", "%s answered with more than is passed on; ask for less.".formatted(service.label()));
      case Throwable other -> {
        LOG.infof("service-away service=%s error=%s detail=%s", service.label(), other.getClass().getSimpleName(), other.getMessage());
        yield away(service);
      }
    };
  }

  private static Problem away(Service service) {
    return Problem.notYet(503, "service-unavailable",
        "%s cannot be reached now. Repeat the request a little later, with the same Idempotency-Key if it had one.".formatted(service.label()), SOON);
  }
}
