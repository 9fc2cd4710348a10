package dev.tradewind.queries.views;

import dev.tradewind.core.Check;
import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import dev.tradewind.queries.serving.Views;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Views in whichever table serves now. While a rebuild is under way, what is written goes to the new table too: first to the one that
 * serves, so that a new table that fails delays no reader; the message then comes again.
 */
public final class SwitchedViews implements Views {

  /**
   * How long an instance may act on what it knew before a table was switched: what it remembers, and a write that is still under way with
   * all its attempts.
   */
  public static final Duration SETTLED_AFTER = Duration.ofSeconds(30);

  private static final Duration LONGEST_MEMORY = Duration.ofSeconds(5);

  private final DynamoDbAsyncClient client;
  private final Uni<Tables> tables;

  /** @param lookEvery how long it remembers which table serves, up to 5 seconds */
  public SwitchedViews(DynamoDbAsyncClient client, Names names, Duration lookEvery) {
    Check.that(lookEvery.isPositive() && lookEvery.compareTo(LONGEST_MEMORY) <= 0,
        "lookEvery must be more than zero and up to %s, but is %s", LONGEST_MEMORY, lookEvery);
    this.client = Check.notNull(client, "client");
    this.tables = new Control(client, names).read().memoize().atLeast(lookEvery);
  }

  @Override
  public Uni<Outcome> apply(OrderView view) {
    return tables.flatMap(now -> in(now.active()).apply(view).flatMap(outcome -> now.building()
        .map(building -> in(building).apply(view).replaceWith(outcome))
        .orElseGet(() -> Uni.createFrom().item(outcome))));
  }

  @Override
  public Uni<Optional<OrderView>> find(String orderId) {
    return tables.flatMap(now -> in(now.active()).find(orderId));
  }

  @Override
  public Uni<Page> list(OrderQuery query, Optional<Position> after, int limit) {
    return tables.flatMap(now -> in(now.active()).list(query, after, limit));
  }

  private Views in(String table) {
    return new ViewTable(client, table);
  }
}
