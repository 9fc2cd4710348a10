package dev.tradewind.insights.domain;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Event;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An order as orders tells it, and as its commits stand in the log.
 *
 * @param id which order
 * @param placed when
 */
public record Told(String id, String customer, Instant placed, Optional<String> country, List<OrderLine> lines) {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Duration CARRIED_OUT = Duration.ofSeconds(2);
  private static final LogCodec CODEC = new LogCodec(new JsonCodec(Contracts.TYPES));

  /** One unit of each product, for 10.00 each, placed that many seconds after noon. */
  public static Told order(String customer, long second, String... skus) {
    return new Told(UUID.randomUUID().toString(), customer, NOON.plusSeconds(second), Optional.of("DE"),
        Stream.of(skus).map(sku -> new OrderLine(sku, 1, 1_000)).toList());
  }

  public Told named(String otherId) {
    return new Told(otherId, customer, placed, country, lines);
  }

  public Told to(String region) {
    return new Told(id, customer, placed, Optional.of(region), lines);
  }

  /** One line of this product, so many units at this price. */
  public Told of(String sku, int units, long unitPrice) {
    return new Told(id, customer, placed, country, List.of(new OrderLine(sku, units, unitPrice)));
  }

  public OrderDocument document(String state) {
    long total = lines.stream().mapToLong(line -> line.quantity() * line.unitPrice()).sum();
    return new OrderDocument(id, customer, state, Optional.empty(), new Money(total, "EUR"), lines, Optional.of(placed), country);
  }

  public Instant confirmed() {
    return placed.plus(CARRIED_OUT);
  }

  public Sale sale() {
    return Sale.of(document("CONFIRMED"), confirmed());
  }

  public Placement placement() {
    return Placement.of(document("PLACED"), placed, new Cause("order/" + id + "/1/1", "request/place", id, ""));
  }

  /** The record of the commit with which it was placed. */
  public String placedRecord() {
    return record(1, placed, Cause.request("place", id, ""), new OrderPlaced(document("PLACED")));
  }

  /** The record of the commit with which it was confirmed. */
  public String confirmedRecord() {
    return record(5, confirmed(), new Cause("payment/" + id + "/3/0", "order/" + id + "/4/0", id, ""), new OrderConfirmed(document("CONFIRMED")));
  }

  private String record(long version, Instant at, Cause cause, Event told) {
    var stream = new StreamId("order", id);
    var messages = List.of(Outgoing.now(told), Outgoing.deadline(stream, at.plusSeconds(10)));
    return CODEC.write("orders", new Commit<>(stream, version, cause, at, List.of(), messages));
  }
}
