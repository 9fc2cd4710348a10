package dev.tradewind.janitor.domain;

import static dev.tradewind.janitor.World.order;
import static dev.tradewind.janitor.World.payment;
import static dev.tradewind.janitor.World.placed;
import static dev.tradewind.janitor.World.shipment;
import static dev.tradewind.janitor.World.stock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.janitor.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final List<LoggedCommit> CONFIRMED = List.of(
      placed("o"), stock("o", 1, "StockReserved"), payment("o", 1, "AuthorizationRequested.v1"),
      payment("o", 2, "Authorized.v1"), shipment("o", 1, "Arranged.v1"), payment("o", 3, "Captured.v1"), order("o", 2, "OrderConfirmed.v1"));
  private static final List<LoggedCommit> CANCELLED = List.of(
      placed("o"), stock("o", 1, "StockReserved"), payment("o", 1, "AuthorizationRequested.v1"),
      payment("o", 2, "Authorized.v1"), payment("o", 3, "Voided.v1"), shipment("o", 1, "Arranged.v1"), shipment("o", 2, "Cancelled.v1"),
      stock("o", 2, "StockReleased"), order("o", 2, "OrderCancelled.v1"));

  private static final Optional<Instant> ALL = Optional.empty();

  private final Notes notes = new Notes(10);

  private Set<Kind> judge(Optional<Instant> since, boolean withLedger, List<LoggedCommit> commits, Deed... ledger) {
    var reconciliation = new Reconciliation(World.BEGAN, since, withLedger, new StockSums(List.of()), notes);
    Stream.concat(commits.stream().flatMap(commit -> Deed.of(commit).stream()), Arrays.stream(ledger))
        .sorted(Deed.ORDER).forEach(reconciliation::add);
    reconciliation.end();
    return notes.drift().keySet();
  }

  private Set<Kind> judge(List<LoggedCommit> commits) {
    return judge(ALL, false, commits);
  }

  private static List<LoggedCommit> without(List<LoggedCommit> commits, String... ids) {
    return commits.stream().filter(commit -> !List.of(ids).contains(commit.id())).toList();
  }

  private static List<LoggedCommit> with(List<LoggedCommit> commits, LoggedCommit... more) {
    var all = new ArrayList<>(commits);
    all.addAll(List.of(more));
    return all;
  }

  @Test
  void a_confirmed_order_has_stock_money_and_a_parcel() {
    assertThat(judge(CONFIRMED)).isEmpty();
    assertThat(notes.counts()).containsEntry("orders judged", 1L);
  }

  @Test
  void a_confirmed_order_without_one_of_them_has_drifted() {
    assertThat(judge(without(CONFIRMED, "stock/o/1"))).containsExactly(Kind.CONFIRMED_WITHOUT_STOCK);
    assertThat(judge(without(CONFIRMED, "payment/o/3"))).contains(Kind.CONFIRMED_WITHOUT_MONEY);
    assertThat(judge(without(CONFIRMED, "shipment/o/1"))).contains(Kind.CONFIRMED_WITHOUT_SHIPMENT);
  }

  @Test
  void a_confirmed_order_whose_parts_were_undone_has_drifted() {
    assertThat(judge(with(CONFIRMED, stock("o", 2, "StockReleased"), payment("o", 4, "Refunded.v1"), shipment("o", 2, "Cancelled.v1"))))
        .containsExactly(Kind.CONFIRMED_WITHOUT_STOCK, Kind.CONFIRMED_WITHOUT_MONEY, Kind.CONFIRMED_WITHOUT_SHIPMENT);
  }

  @Test
  void a_cancelled_order_has_nothing_left() {
    assertThat(judge(CANCELLED)).isEmpty();
    assertThat(notes.counts()).containsEntry("orders judged", 1L);
  }

  @Test
  void a_cancelled_order_with_something_left_has_drifted() {
    assertThat(judge(without(CANCELLED, "stock/o/2"))).containsExactly(Kind.UNDONE_BUT_STOCK_TAKEN);
    assertThat(judge(without(CANCELLED, "payment/o/3"))).contains(Kind.UNDONE_BUT_MONEY_HELD);
    assertThat(judge(without(CANCELLED, "shipment/o/2"))).contains(Kind.UNDONE_BUT_SHIPPED);
    assertThat(judge(with(without(CANCELLED, "payment/o/3"), payment("o", 3, "Captured.v1")))).contains(Kind.UNDONE_BUT_CHARGED);
  }

  @Test
  void a_rejected_order_has_nothing_either() {
    assertThat(judge(List.of(placed("o"), stock("o", 1, "StockRejected"), order("o", 2, "OrderRejected.v1")))).isEmpty();
    assertThat(judge(List.of(placed("o"), stock("o", 1, "StockReserved"), order("o", 2, "OrderRejected.v1"))))
        .containsExactly(Kind.UNDONE_BUT_STOCK_TAKEN);
  }

  @Test
  void an_order_that_was_confirmed_and_then_cancelled_is_undone() {
    assertThat(judge(with(CONFIRMED, order("o", 3, "OrderCancelled.v1")))).containsExactly(
        Kind.UNDONE_BUT_STOCK_TAKEN, Kind.UNDONE_BUT_CHARGED, Kind.UNDONE_BUT_SHIPPED);
  }

  @Test
  void an_order_under_way_is_not_judged_but_two_captures_are_wrong_at_any_time() {
    assertThat(judge(without(CONFIRMED, "order/o/2"))).isEmpty();
    assertThat(notes.counts()).containsEntry("orders under way", 1L);
    assertThat(judge(with(without(CONFIRMED, "order/o/2"), payment("o", 4, "Captured.v1")))).containsExactly(Kind.CAPTURED_TWICE);
  }

  @Test
  void an_order_for_which_something_just_happened_is_not_judged() {
    assertThat(judge(with(without(CONFIRMED, "stock/o/1"), World.at(World.BEGAN.plusMillis(1), order("o", 3, "OrderDispatched.v1"))))).isEmpty();
    assertThat(notes.counts()).containsEntry("orders too young to be judged", 1L);
  }

  @Test
  void what_belongs_to_no_order_has_drifted_unless_the_order_may_be_older_than_what_was_read() {
    var commits = without(CONFIRMED, "order/o/1", "order/o/2");
    assertThat(judge(Optional.of(World.BEGAN), false, commits)).isEmpty();
    assertThat(judge(ALL, false, commits)).containsExactly(Kind.STOCK_WITHOUT_ORDER, Kind.PAYMENT_WITHOUT_ORDER, Kind.SHIPMENT_WITHOUT_ORDER);
  }

  @Test
  void an_order_placed_before_the_time_asked_for_is_not_judged() {
    assertThat(judge(Optional.of(World.BEGAN.plusMillis(1)), false, without(CONFIRMED, "stock/o/1"))).isEmpty();
    assertThat(judge(Optional.of(World.BEGAN), false, without(CONFIRMED, "stock/o/1"))).containsExactly(Kind.CONFIRMED_WITHOUT_STOCK);
  }

  @Test
  void an_undo_that_came_to_nothing_and_an_order_that_was_never_placed_are_no_drift() {
    assertThat(judge(List.of(stock("o", 1, "StockReleased"), payment("o", 1, "Voided.v1"), shipment("o", 1, "Cancelled.v1"),
        order("p", 1, "PlacementExpired.v1")))).isEmpty();
  }

  @Test
  void a_repeated_commit_counts_once() {
    assertThat(judge(with(CONFIRMED, payment("o", 3, "Captured.v1")))).isEmpty();
  }

  @Test
  void the_providers_books_must_say_the_same() {
    var taken = Deed.ofLedger("o", 1, World.BEGAN, "captured", 500);
    assertThat(judge(ALL, true, CONFIRMED, Deed.ofLedger("o", 0, World.BEGAN, "authorized", 500), taken)).isEmpty();
    assertThat(judge(ALL, true, CANCELLED, taken, Deed.ofLedger("o", 2, World.BEGAN, "refunded", 500))).isEmpty();
    assertThat(judge(ALL, true, CONFIRMED)).containsExactly(Kind.LEDGER_DIFFERS);
    assertThat(judge(ALL, true, CANCELLED, taken)).containsExactly(Kind.LEDGER_DIFFERS);
  }

  @Test
  void two_captures_in_the_providers_books_are_two() {
    assertThat(judge(ALL, true, CONFIRMED, Deed.ofLedger("o", 1, World.BEGAN, "captured", 250), Deed.ofLedger("o", 2, World.BEGAN, "captured", 250)))
        .containsExactly(Kind.CAPTURED_TWICE);
  }

  @Test
  void money_that_only_the_provider_knows_of_is_found() {
    assertThat(judge(ALL, true, List.of(), Deed.ofLedger("ghost", 1, World.BEGAN, "captured", 100))).containsExactly(Kind.LEDGER_DIFFERS);
    assertThat(notes.findings().getFirst().where()).isEqualTo("ghost");
  }

  @Test
  void the_units_of_all_orders_and_receipts_are_summed_up() {
    var sums = new StockSums(List.of(new Counter("kettle", 5, 4), new Counter("kettle", 1, 6)));
    var reconciliation = new Reconciliation(World.BEGAN, ALL, false, sums, notes);
    Stream.of(with(CONFIRMED, World.receipt("kettle", "r", 10), World.receipt("kettle", "r", 10), stock("p", 1, "StockReserved"), placed("p")))
        .flatMap(List::stream).flatMap(commit -> Deed.of(commit).stream()).sorted(Deed.ORDER).forEach(reconciliation::add);
    reconciliation.end();
    sums.judge(notes);
    assertThat(notes.drift()).isEqualTo(Map.of());
    assertThat(notes.counts()).containsEntry("products judged", 1L);
  }
}
