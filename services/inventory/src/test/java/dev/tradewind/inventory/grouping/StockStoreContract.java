package dev.tradewind.inventory.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Cause;
import dev.tradewind.inventory.domain.Allocation;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Rejection;
import dev.tradewind.inventory.domain.Reservation;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.domain.TokenDecision;
import dev.tradewind.inventory.grouping.WriteOutcome.Refused;
import dev.tradewind.inventory.grouping.WriteOutcome.Written;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What every {@link StockStore} does, the simulated one too: else the simulation would prove nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class StockStoreContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

  private final String sku = "SKU-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
  private final String order = UUID.randomUUID().toString();
  private final CounterKey counter = new CounterKey(sku, "eu-1", 0);
  private final CounterKey other = new CounterKey(sku, "us-1", 3);
  private final Token tombstone = Token.tombstone(order, new Cause("order/o/4/0", "", order, ""), NOON);

  protected abstract StockStore store();

  protected abstract <T> T await(Uni<T> uni);

  @Test
  void what_was_never_written_is_missing() {
    assertThat(await(store().token(order))).isEmpty();
    assertThat(await(store().directories(Set.of(sku)))).isEmpty();
    assertThat(await(store().counters(Set.of(counter)))).isEmpty();
    assertThat(await(store().counters(Set.of()))).isEmpty();
  }

  @Test
  void a_reserved_token_is_read_as_it_was_written() {
    var allocations = List.of(new Allocation(counter, 2), new Allocation(other, 7));
    var cause = new Cause("order/" + order + "/1/0", "", order, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    var reserved = Token.reserved(new Reservation(order, List.of(new Quantity(sku, 9)), cause), allocations, NOON);
    var sold = ((TokenDecision.Replace) TokenDecision.sell(Optional.of(reserved), new Cause("c", "", order, ""), NOON.plusMillis(1))).next();
    write(reserved);
    write(sold);

    assertThat(await(store().token(order))).contains(sold);
  }

  @Test
  void a_rejected_token_is_read_as_it_was_written() {
    var reservation = new Reservation(order, List.of(new Quantity(sku, 9)), new Cause("c", "", order, ""));
    var rejected = Token.rejected(reservation, new Rejection(Rejection.OUT_OF_STOCK, List.of(sku, "OTHER")), NOON);
    write(rejected);

    assertThat(await(store().token(order))).contains(rejected);
  }

  @Test
  void a_directory_keeps_the_order_of_its_warehouses() {
    var first = Directory.first(sku, "us-1", 2);
    var second = first.receiving("ap-1", 1).receiving("eu-1", 4);
    write(first);
    write(new Directory(sku, 2, second.warehouses()));

    var read = await(store().directories(Set.of(sku))).get(sku);

    assertThat(read.version()).isEqualTo(2);
    assertThat(read.counters()).isEqualTo(second.counters());
  }

  @Test
  void the_first_version_is_written_once_and_what_is_in_the_way_is_shown() {
    write(tombstone);
    var late = Token.tombstone(order, new Cause("order/o/9/0", "", order, ""), NOON);

    assertThat(outcome(Map.of(), late)).isEqualTo(new Refused(Map.of(tombstone.key(), tombstone), Set.of(), false));
  }

  @Test
  void a_later_version_is_written_only_on_the_one_before_it() {
    var first = Directory.first(sku, "eu-1", 1);
    var second = first.receiving("us-1", 1);
    write(first);
    write(second);

    assertThat(outcome(Map.of(), first.receiving("ap-1", 1))).isEqualTo(new Refused(Map.of(second.key(), second), Set.of(), false));
  }

  @Test
  void counters_gain_and_lose_together_with_what_is_recorded() {
    receive(10);
    assertThat(outcome(Map.of(counter, CounterChange.taken(4)), tombstone)).isEqualTo(new Written());

    assertThat(shown()).isEqualTo(new Counter(6, 10));
  }

  @Test
  void a_counter_is_emptied_to_the_last_unit() {
    receive(4);

    assertThat(outcome(Map.of(counter, CounterChange.taken(4)), tombstone)).isEqualTo(new Written());
    assertThat(shown()).isEqualTo(new Counter(0, 4));
  }

  @Test
  void a_counter_that_shows_too_little_refuses_all_of_it() {
    receive(3);

    assertThat(outcome(Map.of(counter, CounterChange.taken(4)), tombstone)).isEqualTo(new Refused(Map.of(), Set.of(counter), false));
    assertThat(shown()).isEqualTo(new Counter(3, 3));
    assertThat(await(store().token(order))).isEmpty();
  }

  @Test
  void a_counter_that_nothing_was_received_on_has_too_little() {
    assertThat(outcome(Map.of(counter, CounterChange.taken(1)), tombstone)).isEqualTo(new Refused(Map.of(), Set.of(counter), false));
  }

  @Test
  void every_reason_is_told_at_once() {
    receive(3);
    write(tombstone);
    var receipt = Receipt.of("key-2", sku, "eu-1", 1, NOON);

    assertThat(outcome(new LinkedHashMap<>(Map.of(counter, CounterChange.taken(4), other, CounterChange.received(1))), receipt, tombstone))
        .isEqualTo(new Refused(Map.of(tombstone.key(), tombstone), Set.of(counter), false));
    assertThat(await(store().counters(Set.of(other)))).isEmpty();
  }

  @Test
  void as_many_counters_as_one_likes_are_read() {
    receive(1);
    var many = IntStream.range(0, 230).mapToObj(shard -> new CounterKey(sku, "eu-1", shard)).toList();

    assertThat(await(store().counters(many))).containsExactly(Map.entry(counter, new Counter(1, 1)));
  }

  private void receive(int units) {
    assertThat(outcome(Map.of(counter, CounterChange.received(units)), Receipt.of("key-1", sku, "eu-1", units, NOON))).isEqualTo(new Written());
  }

  private void write(Item item) {
    assertThat(outcome(Map.of(), item)).isEqualTo(new Written());
  }

  private Counter shown() {
    return await(store().counters(Set.of(counter))).get(counter);
  }

  private WriteOutcome outcome(Map<CounterKey, CounterChange> counters, Item... items) {
    return await(store().write(new StockWrite(new LinkedHashMap<>(counters), Arrays.asList(items))));
  }
}
