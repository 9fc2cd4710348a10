package dev.tradewind.insights.reading;

import dev.tradewind.insights.domain.Placement;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What customers ordered lately. */
public interface Placements {

  /** Keeps it, once however often it comes. Whoever reads after this completes finds it. */
  Uni<Void> keep(Placement placement);

  /** Those of a customer, placed at {@code from} or later and before {@code to}; none that was kept before is missing. */
  Uni<List<Placement>> ofCustomer(String customerId, Instant from, Instant to);
}
