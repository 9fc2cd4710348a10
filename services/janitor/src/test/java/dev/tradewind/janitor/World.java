package dev.tradewind.janitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.InMemoryStore;
import dev.tradewind.archive.format.Lines;
import dev.tradewind.archive.format.Manifest;
import dev.tradewind.archive.format.Manifests;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Cause;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.LoggedCommit.Entry;
import dev.tradewind.janitor.domain.Counter;
import dev.tradewind.janitor.domain.Deed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small platform in memory: what its services committed lies in journals, log and archive, until a test disturbs it. */
public final class World implements Journals, Log {

  public static final Instant BEGAN = Instant.parse("2026-11-21T14:00:00Z");
  public static final Instant NOW = BEGAN.plusSeconds(3_600);
  public static final LogCodec CODEC = new LogCodec(new JsonCodec(Contracts.TYPES));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SHARD = "shardId-000000000000";

  public final List<LoggedCommit> journal = new ArrayList<>();
  public final List<LoggedCommit> log = new ArrayList<>();
  public final List<Counter> counters = new ArrayList<>();
  public final List<Deed> ledger = new ArrayList<>();
  public final InMemoryStore store = new InMemoryStore(5);
  private Instant clock = BEGAN;
  private int archived;

  /** Ten kettles came, one order took two, another was cancelled. All agrees. */
  public static World healthy() {
    var world = new World();
    world.everywhere(receipt("kettle", "r-1", 10));
    world.confirmed("o-1");
    world.cancelled("o-2");
    world.counters.add(new Counter("kettle", 8, 10));
    return world;
  }

  public void confirmed(String order) {
    everywhere(placed(order), stock(order, 1, "StockReserved"), order(order, 2, "StepCompleted.v1"),
        payment(order, 1, "AuthorizationRequested.v1"), payment(order, 2, "Authorized.v1"), shipment(order, 1, "Arranged.v1"),
        payment(order, 3, "CaptureRequested.v1"), payment(order, 4, "Captured.v1"), order(order, 3, "OrderConfirmed.v1"),
        stock(order, 2, "StockSold"));
    ledger.add(Deed.ofLedger(order, ledger.size(), BEGAN, "captured", 500));
  }

  public void cancelled(String order) {
    everywhere(placed(order), stock(order, 1, "StockReserved"), payment(order, 1, "AuthorizationRequested.v1"), payment(order, 2, "Authorized.v1"),
        shipment(order, 1, "Refused.v1"), order(order, 2, "CompensationStarted.v1"), payment(order, 3, "UndoRequested.v1"),
        payment(order, 4, "Voided.v1"),
        stock(order, 2, "StockReleased"), order(order, 3, "OrderCancelled.v1"));
  }

  public static LoggedCommit placed(String order) {
    return commit("orders", "order", order, 1, event("OrderPlaced.v1", "{'lines':[{'sku':'kettle','quantity':2,'unitPrice':250}]}"));
  }

  public static LoggedCommit order(String order, long version, String event) {
    return commit("orders", "order", order, version, event(event, "{}"));
  }

  public static LoggedCommit payment(String order, long version, String event) {
    return commit("payments", "payment", order, version, event(event, event.startsWith("AuthorizationRequested")
        ? "{'charge':{'orderId':'%s','amount':{'amount':500,'currency':'EUR'}}}".formatted(order) : "{}"));
  }

  public static LoggedCommit shipment(String order, long version, String event) {
    return commit("shipping", "shipment", order, version, event(event, "{}"));
  }

  public static LoggedCommit stock(String order, long version, String told) {
    var lines = told.equals("StockReserved") || told.equals("StockSold") ? ",'lines':[{'sku':'kettle','quantity':2}]" : "";
    return message("inventory", "stock", order, version, "tradewind.inventory.%s.v1".formatted(told), "{'orderId':'%s'%s}".formatted(order, lines));
  }

  public static LoggedCommit receipt(String sku, String id, int quantity) {
    return message("inventory", "receipt", sku + "/" + id, 1, "tradewind.inventory.StockReceived.v1",
        "{'receiptId':'%s','sku':'%s','warehouse':'eu-1','quantity':%d}".formatted(id, sku, quantity));
  }

  public static LoggedCommit commit(String service, String kind, String key, long version, Entry event) {
    return new LoggedCommit("/tradewind/" + service, new StreamId(kind, key), version, cause(key, version), BEGAN, List.of(event), List.of());
  }

  private static LoggedCommit message(String service, String kind, String key, long version, String type, String content) {
    return new LoggedCommit("/tradewind/" + service, new StreamId(kind, key), version, cause(key, version), BEGAN, List.of(),
        List.of(event(type, content)));
  }

  private static Cause cause(String key, long version) {
    return new Cause("cause-" + version, "", key, "");
  }

  public static Entry event(String type, String content) {
    try {
      return new Entry(type, JSON.readTree(content.replace('\'', '"')), Optional.empty());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(content, e);
    }
  }

  /** The same commit, made then. */
  public static LoggedCommit at(Instant at, LoggedCommit commit) {
    return new LoggedCommit(commit.source(), commit.stream(), commit.version(), commit.cause(), at, commit.events(), commit.messages());
  }

  /** Committed, logged and archived, one a second. */
  public World everywhere(LoggedCommit... commits) {
    var timed = Stream.of(commits).map(commit -> at(clock = clock.plusSeconds(1), commit)).toList();
    journal.addAll(timed);
    log.addAll(timed);
    archive(timed);
    return this;
  }

  /** Into the archive alone, as an object of its own. */
  public void archive(List<LoggedCommit> commits) {
    var hour = BEGAN.truncatedTo(ChronoUnit.HOURS);
    var after = archived == 0 ? Optional.<String>empty() : Optional.of(Integer.toString(archived));
    var first = Integer.toString(archived + 1);
    archived += commits.size();
    var key = new ArchiveKey(hour, SHARD, first, Integer.toString(archived));
    var lines = Lines.of(commits.stream().map(commit -> text(commit).getBytes(StandardCharsets.UTF_8)).toList());
    store.put(key.toString(), new Content(lines.compressed(), "application/gzip", Map.of())).await().indefinitely();
    new Manifests(store).add(hour, SHARD, new Manifest.Entry(key.toString(), after, first, key.last(), commits.size(), List.of(), lines.size(),
        lines.sha256(), Optional.empty(), Optional.empty())).await().indefinitely();
  }

  /** A world of the same journals, log, counters and ledger, whose archive lacks what matches. */
  public World withoutInArchive(String commitId) {
    var other = new World();
    other.journal.addAll(journal);
    other.log.addAll(log);
    other.counters.addAll(counters);
    other.ledger.addAll(ledger);
    other.archive(log.stream().filter(commit -> !commit.id().equals(commitId)).toList());
    return other;
  }

  private static String text(LoggedCommit commit) {
    var node = JSON.createObjectNode();
    node.put("specversion", "1.0").put("id", commit.id()).put("source", commit.source())
        .put("type", "tradewind." + commit.service() + ".Committed.v1")
        .put("subject", commit.stream().toString()).put("time", commit.at().toString()).put("sequence", Long.toString(commit.version()))
        .put("causationid", commit.cause().id()).put("correlationid", commit.cause().correlationId());
    var data = node.putObject("data");
    commit.events().forEach(event -> data.withArray("events").addArray().add(event.type()).add(event.content()));
    commit.messages().forEach(message -> data.withArray("messages").addArray().add(message.type()).add(message.content()));
    data.withArray("events");
    data.withArray("messages");
    return node.toString();
  }

  @Override
  public Set<String> services() {
    return Set.of("orders", "payments", "shipping", "inventory");
  }

  @Override
  public Multi<Stood> commits() {
    return Multi.createFrom().iterable(List.copyOf(journal))
        .map(commit -> new Stood(commit, commit.service().equals("inventory") ? moves(commit) : Set.of()));
  }

  private static Set<String> moves(LoggedCommit commit) {
    return Deed.of(commit).stream().flatMap(deed -> Stream.concat(deed.units().keySet().stream(), Stream.of("kettle"))).collect(Collectors.toSet());
  }

  @Override
  public Multi<Counter> counters() {
    return Multi.createFrom().iterable(List.copyOf(counters));
  }

  @Override
  public Uni<Instant> begins() {
    return Uni.createFrom().item(BEGAN);
  }

  @Override
  public Multi<LoggedCommit> commits(Instant since) {
    return Multi.createFrom().iterable(List.copyOf(log));
  }
}
