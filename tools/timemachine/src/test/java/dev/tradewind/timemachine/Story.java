package dev.tradewind.timemachine;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.InMemoryStore;
import dev.tradewind.archive.format.Lines;
import dev.tradewind.archive.format.Manifest;
import dev.tradewind.archive.format.Manifests;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderEvent.OrderPlaced;
import dev.tradewind.orders.domain.OrderEvent.StepCompleted;
import dev.tradewind.orders.domain.OrderSaga;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An archive with one order's beginning in it: placed, asked for stock, got it. */
final class Story {

  static final String ORDER = "0b1f5a7e-1111-5222-8333-444455556666";
  static final Instant PLACED = Instant.parse("2026-11-21T13:59:59.500Z");
  static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static final LogCodec CODEC = new LogCodec(new JsonCodec(Contracts.TYPES.and(OrderEvent.RECORDS)));

  final InMemoryStore store = new InMemoryStore(100);
  private int number;

  /** What a command printed. */
  record Told(int exitCode, String out, String errors) {}

  static Story told() {
    var story = new Story();
    story.object(PLACED, List.of(placed()));
    story.object(PLACED.plusSeconds(1), List.of(reserved(), stepDone()));
    return story;
  }

  static String placed() {
    return line("orders", 1, new StreamId("order", ORDER), new Cause("request/place/secret-key", "", ORDER, ""), PLACED,
        List.of(new OrderPlaced(ORDER, "c-1", "EUR", List.of(new OrderLine("SKU-1", 2, 250)), "tok_secret",
            new Address("A. Customer", "1 Quay", "Hamburg", "20457", "DE"), "print", OrderSaga.CURRENT.name())),
        List.of(new Outgoing(new ReserveStock(ORDER, List.of(new Quantity("SKU-1", 2))), Optional.empty())));
  }

  static String reserved() {
    return line("inventory", 1, new StreamId("stock", ORDER), new Cause("order/" + ORDER + "/1/0", "", ORDER, ""), PLACED.plusMillis(300),
        List.of(), List.of(new Outgoing(new StockReserved(ORDER, List.of(new Quantity("SKU-1", 2))), Optional.empty())));
  }

  static String stepDone() {
    return line("orders", 2, new StreamId("order", ORDER), new Cause("stock/" + ORDER + "/1/0", "order/" + ORDER + "/1/0", ORDER, ""),
        PLACED.plusMillis(700), List.of(new StepCompleted("reserve-stock", Optional.empty())), List.of());
  }

  static String line(String service, long version, StreamId stream, Cause cause, Instant at, List<?> events, List<Outgoing> messages) {
    return CODEC.write(service, new Commit<>(stream, version, cause, at, new ArrayList<Object>(events), messages));
  }

  /** Writes an object as the archive does. */
  void object(Instant arrived, List<String> texts) {
    var hour = arrived.truncatedTo(ChronoUnit.HOURS);
    var after = number == 0 ? Optional.<String>empty() : Optional.of(Integer.toString(number));
    var first = Integer.toString(number + 1);
    number += texts.size();
    var key = new ArchiveKey(hour, "shardId-000000000000", first, Integer.toString(number));
    var lines = Lines.of(texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
    store.put(key.toString(), new Content(lines.compressed(), "application/gzip", Map.of())).await().indefinitely();
    new Manifests(store).add(hour, key.shard(), new Manifest.Entry(key.toString(), after, first, key.last(), texts.size(), List.of(),
        lines.size(), lines.sha256(), Optional.empty(), Optional.empty())).await().indefinitely();
  }

  Told timeline(String... arguments) {
    return run(new Timeline(Place.of(store), () -> NOW), arguments);
  }

  Told asOf(String... arguments) {
    return run(new AsOf(Place.of(store), () -> NOW), arguments);
  }

  Told audit() {
    return run(new AuditArchive(Place.of(store)));
  }

  Told sweep(String... arguments) {
    return run(new Sweep(Place.of(store), () -> NOW), arguments);
  }

  private static Told run(Object command, String... arguments) {
    var out = new StringWriter();
    var errors = new StringWriter();
    int exitCode = Exit.of(command, new PrintWriter(out, true), new PrintWriter(errors, true), arguments);
    return new Told(exitCode, out.toString(), errors.toString());
  }
}
