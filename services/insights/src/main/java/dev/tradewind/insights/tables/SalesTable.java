package dev.tradewind.insights.tables;

import dev.tradewind.core.Check;
import dev.tradewind.insights.domain.Figure;
import dev.tradewind.insights.domain.Grain;
import dev.tradewind.insights.domain.Page;
import dev.tradewind.insights.domain.Position;
import dev.tradewind.insights.domain.SalesFigures;
import dev.tradewind.insights.domain.SalesQuery;
import dev.tradewind.insights.domain.SalesQuery.Span;
import dev.tradewind.insights.domain.Slot;
import dev.tradewind.insights.serving.Sales;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The figures of sales, as the counters hold them: one period after the other, the partitions of each side by side. */
public final class SalesTable implements Sales {

  /** Figures looked at in one partition for one page, at most, when only some of them fit. */
  private static final int MOST_EXAMINED = 500;

  private final DynamoDbAsyncClient client;
  private final String table;

  public SalesTable(DynamoDbAsyncClient client, String table) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
  }

  @Override
  public Uni<Page<Figure>> list(SalesQuery query, Optional<Position> after, int limit) {
    return read(query, query.spans(after), List.of(), limit);
  }

  private Uni<Page<Figure>> read(SalesQuery query, List<Span> spans, List<Figure> before, int limit) {
    if (spans.isEmpty()) {
      return Uni.createFrom().item(new Page<>(before, Optional.empty()));
    }
    return read(query, spans.getFirst(), limit - before.size()).flatMap(page -> {
      var rows = new ArrayList<>(before);
      rows.addAll(page.rows());
      var rest = spans.subList(1, spans.size());
      if (page.next().isPresent()) {
        return Uni.createFrom().item(new Page<>(rows, page.next()));
      }
      return rows.size() == limit && !rest.isEmpty()
          ? Uni.createFrom().item(new Page<>(rows, Optional.of(rows.getLast().position())))
          : read(query, rest, rows, limit);
    });
  }

  private Uni<Page<Figure>> read(SalesQuery query, Span span, int limit) {
    var equal = new HashMap<String, String>();
    query.sku().ifPresent(sku -> equal.put(SalesFigures.SKU, sku));
    query.region().ifPresent(region -> equal.put(SalesFigures.REGION, region));
    var slices = span.partitions().stream().map(partition -> Reads.slice(client,
        Reads.stretch(table, Item.PARTITION, partition, span.low(), span.below(), equal)
            // One more shows whether there is a next page.
            .limit(equal.isEmpty() ? limit + 1 : MOST_EXAMINED).build(),
        item -> figure(query.grain(), item))).toList();
    return Uni.join().all(slices).andFailFast().map(all -> Page.merge(Comparator.<Position>naturalOrder(), all, limit));
  }

  private static Figure figure(Grain grain, Map<String, AttributeValue> item) {
    var slot = new Slot(grain, Instant.parse(Item.text(item, SalesFigures.START)), Item.text(item, SalesFigures.SKU),
        Item.text(item, SalesFigures.REGION), Item.text(item, SalesFigures.CURRENCY));
    return new Figure(
        slot, Item.number(item, SalesFigures.UNITS), Item.number(item, SalesFigures.REVENUE), Item.number(item, SalesFigures.ORDERS));
  }
}
