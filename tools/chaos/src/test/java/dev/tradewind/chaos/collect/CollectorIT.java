package dev.tradewind.chaos.collect;

import static java.time.Instant.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.collect.Deserted.OrderEvent;
import dev.tradewind.checker.Counter;
import dev.tradewind.checker.LedgerEntry;
import dev.tradewind.checker.Logged;
import dev.tradewind.checker.Sending;
import dev.tradewind.checker.Sending.Fate;
import dev.tradewind.checker.Stream;
import dev.tradewind.checker.Stream.Outgoing;
import dev.tradewind.checker.Token;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamId;
import dev.tradewind.inventory.domain.Allocation;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Reservation;
import dev.tradewind.inventory.domain.TokenDecision;
import dev.tradewind.inventory.grouping.CounterChange;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services' own code stored in the real tables, queues and books is read back without it. */
class CollectorIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir
  private static Path directory;
  private static Deserted platform;

  @BeforeAll
  static void start() {
    platform = new Deserted(directory);
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void a_stream_has_the_ids_under_which_its_messages_were_sent() throws Exception {
    var first = placed("o1");
    var second = new Commit<OrderEvent>(first.stream(), 2, new Cause("stock/o1/1/0", "order/o1/1/0", "o1", ""), EPOCH,
        List.of(new OrderEvent.OrderRejected()), List.of());
    platform.append(second);

    var stream = stream(collected(() -> List.of()), "order/o1");

    assertThat(stream.service()).isEqualTo("orders");
    assertThat(stream.commits()).extracting(Stream.Commit::version).containsExactly(1L, 2L);
    assertThat(stream.commits()).extracting(Stream.Commit::cause).containsExactly("request/place", "stock/o1/1/0");
    assertThat(stream.events()).containsExactly("OrderPlaced", "OrderRejected");
    assertThat(stream.commits().getFirst().messages()).extracting(Outgoing::id)
        .containsExactlyElementsOf(first.messagesFrom("orders").stream().map(Message::id).toList());
    assertThat(stream.commits().getFirst().messages()).extracting(Outgoing::queues).map(List::size).containsExactly(1, 4, 1);
  }

  @Test
  void stock_is_read_as_it_was_written() throws Exception {
    var counter = new CounterKey("kettle", "berlin", 0);
    platform.write(Map.of(counter, new CounterChange(10, 10)), Receipt.of("delivery 1", "kettle", "berlin", 10, Instant.EPOCH));
    var reservation = new Reservation("o2", List.of(new Quantity("kettle", 3)), new Cause("order/o2/1/0", "", "o2", ""));
    var reserved = dev.tradewind.inventory.domain.Token.reserved(reservation, List.of(new Allocation(counter, 3)), EPOCH);
    platform.write(Map.of(counter, new CounterChange(-3, 0)), reserved);
    var sold = ((TokenDecision.Replace) TokenDecision.sell(Optional.of(reserved), new Cause("order/o2/5/0", "", "o2", ""), EPOCH)).next();
    platform.write(Map.of(), sold);

    var evidence = collected(() -> List.of()).evidence();

    assertThat(evidence.counters()).containsExactly(new Counter("stock/kettle/berlin/0", "kettle", 7, 10));
    assertThat(evidence.tokens()).containsExactly(new Token("o2", Token.State.SOLD, Map.of("kettle", 3L)));
    assertThat(stream(new Collected(evidence, List.of()), "stock/o2").commits()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("content")
        .containsExactly(
            new Stream.Commit(1, "order/o2/1/0", List.of("StockReserved"),
                List.of(new Outgoing(sold.answerToReserve().id(), List.of("tradewind-orders-events"))), ""),
            new Stream.Commit(2, "order/o2/5/0", List.of("StockSold"), List.of(new Outgoing(sold.answerToConfirm().orElseThrow().id(), List.of())), ""));
  }

  @Test
  void what_services_put_into_the_log_is_read_as_what_their_tables_hold() throws Exception {
    var order = placed("o7");
    var receipt = Receipt.of("delivery 7", "mug", "berlin", 10, EPOCH.plusMillis(7));
    platform.write(Map.of(new CounterKey("mug", "berlin", 0), new CounterChange(10, 10)), receipt);
    var token = dev.tradewind.inventory.domain.Token.tombstone("o7", new Cause("order/o7/3/0", "", "o7", ""), EPOCH.plusMillis(8));
    platform.write(Map.of(), token);
    platform.log("orders", order);
    platform.log("inventory", receipt.commit());
    platform.log("inventory", token.commit(1));
    platform.log("inventory", token.commit(1));

    var evidence = collected(() -> List.of()).evidence();

    for (var id : List.of("order/o7", receipt.key(), "stock/o7")) {
      var committed = stream(new Collected(evidence, List.of()), id).commits();
      assertThat(evidence.log().orElseThrow()).filteredOn(logged -> logged.id().equals(id)).as(id).singleElement().satisfies(logged ->
          assertThat(logged.records()).containsExactly(new Logged.Entry(1, committed.getFirst().content())));
    }
  }

  @Test
  void what_is_archived_and_shown_is_read_as_what_the_log_holds() throws Exception {
    var older = placed("o8");
    var newer = new Commit<OrderEvent>(older.stream(), 2, new Cause("stock/o8/1/0", "", "o8", ""), EPOCH.plusMillis(9),
        List.of(new OrderEvent.OrderRejected()), List.of(dev.tradewind.core.Outgoing.now(new OrderRejected(document("o8", "REJECTED")))));
    platform.append(newer);
    var log = new LogRecords("here");
    for (var commit : List.of(newer, older, newer)) {
      platform.log("orders", commit);
    }
    platform.archive("orders", older);
    platform.archive("orders", newer);
    platform.show(newer.messagesFrom("orders").getFirst());

    var archive = ArchivedLog.read(platform.s3, log);

    assertThat(CentralLog.read(platform.kinesis).all()).contains(archive.all().toArray(Logged[]::new));
    assertThat(archive.all()).singleElement().satisfies(stream -> assertThat(stream.records()).extracting(Logged.Entry::version).containsExactlyInAnyOrder(1L, 2L));
    assertThat(archive.orders()).hasSize(1).isEqualTo(ShownOrders.read(new Tables(platform.dynamo)));
    assertThat(archive.orders().get("o8").toString()).startsWith("2 ").contains("REJECTED");
  }

  @Test
  void the_books_of_the_partners_are_read() throws Exception {
    var request = HttpRequest.newBuilder(platform.partners().resolve("/psp/authorizations"))
        .header("Idempotency-Key", "key of o3").header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"reference\":\"o3\",\"amount\":500,\"currency\":\"EUR\",\"method\":\"tok_approved\"}")).build();
    var answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);

    assertThat(collected(() -> List.of()).evidence().ledger()).contains(new LedgerEntry("o3", LedgerEntry.Kind.AUTHORIZED, 500));
  }

  @Test
  void dead_letters_are_read_and_stay_where_they_are() throws Exception {
    var queue = "tradewind-payments-commands";
    for (int i = 0; i < 25; i++) {
      platform.send(queue + "-dlq", "{\"id\":\"dead/%d\"}".formatted(i), "no such type", 0);
    }
    Traffic traffic = () -> List.of(new Sending(queue, "dead/7", Fate.WAITING), new Sending(queue, "never/seen", Fate.WAITING));

    for (int time = 0; time < 2; time++) {
      var collected = collected(traffic);
      assertThat(collected.dead()).filteredOn(dead -> dead.queue().equals(queue)).hasSize(25).contains(new Dead(queue, "dead/24", "no such type"));
      assertThat(collected.evidence().sendings()).containsExactlyInAnyOrder(
          new Sending(queue, "dead/7", Fate.DEAD), new Sending(queue, "never/seen", Fate.LOST));
    }
  }

  @Test
  void a_deadline_that_is_not_due_rests_in_its_queue() throws Exception {
    var deadline = placed("o4").messagesFrom("orders").getLast().id();
    platform.send("tradewind-orders-commands", "{\"id\":\"%s\"}".formatted(deadline), "", 600);

    assertThat(collected(() -> List.of(new Sending("tradewind-orders-commands", deadline, Fate.WAITING))).evidence().sendings())
        .containsExactly(new Sending("tradewind-orders-commands", deadline, Fate.DELAYED));
  }

  @Test
  void a_platform_rests_when_its_queues_are_empty_and_its_orders_have_ended() throws Exception {
    var order = placed("o5");
    var open = new OpenOrders(new Tables(platform.dynamo));
    long before = open.count();
    platform.append(new Commit<OrderEvent>(order.stream(), 2, new Cause("stock/o5/1/0", "", "o5", ""), EPOCH,
        List.of(new OrderEvent.OrderRejected()), List.of()));

    assertThat(open.count()).isEqualTo(before - 1);

    platform.send("tradewind-shipping-events", "{}", "", 0);
    assertThat(new Stillness(platform.dynamo, platform.sqs).await(Duration.ZERO, look -> {}).messages()).isEqualTo(1);
  }

  private static Collected collected(Traffic traffic) throws InterruptedException {
    return new Collector(platform.dynamo, platform.sqs, platform.kinesis, Optional.empty(), platform.routes, platform.partners(), HTTP)
        .collect(List.of(), Map.of(), traffic);
  }

  private static Stream stream(Collected collected, String id) {
    return collected.evidence().streams().stream().filter(stream -> stream.id().equals(id)).findFirst().orElseThrow();
  }

  private static OrderDocument document(String order, String state) {
    return new OrderDocument(order, "c1", state, Optional.empty(), new Money(500, "EUR"), List.of(), Optional.empty(), Optional.empty());
  }

  private static Commit<OrderEvent> placed(String order) {
    var id = new StreamId("order", order);
    var commit = new Commit<OrderEvent>(id, 1, Cause.request("place", order, ""), EPOCH, List.of(new OrderEvent.OrderPlaced(order)), List.of(
        dev.tradewind.core.Outgoing.now(new ReserveStock(order, List.of(new Quantity("kettle", 1)))),
        dev.tradewind.core.Outgoing.now(new OrderConfirmed(document(order, "PLACED"))),
        dev.tradewind.core.Outgoing.deadline(id, EPOCH.plusSeconds(10))));
    platform.append(commit);
    return commit;
  }
}
