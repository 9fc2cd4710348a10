package dev.tradewind.insights.tables;

import static dev.tradewind.insights.tables.Shelves.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.insights.domain.Finding;
import dev.tradewind.insights.domain.FraudRule;
import dev.tradewind.insights.domain.Placement;
import dev.tradewind.insights.domain.Position;
import dev.tradewind.insights.domain.RaisedSuspicion;
import dev.tradewind.insights.domain.Told;
import dev.tradewind.insights.reading.Parked;
import dev.tradewind.insights.reading.ReaderName;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Placed orders, suspicions and parked records in a real table. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class FraudTablesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @Inject
  DynamoDbAsyncClient client;

  private String table;

  @BeforeEach
  void make() {
    table = Shelves.like(client, "tradewind-insights-fraud");
  }

  private PlacementTable placements() {
    return new PlacementTable(client, table, () -> NOW, Duration.ofHours(96));
  }

  private static List<Placement> orders(String customer, int count) {
    return IntStream.range(0, count).mapToObj(i -> Told.order(customer, 10L * i, "TEA").placement()).toList();
  }

  @Test
  void a_customer_s_orders_of_a_while_are_found_as_they_were_kept_once_each() {
    var mine = orders("c-1", 6);
    orders("c-2", 6).forEach(order -> await(placements().keep(order)));
    mine.forEach(order -> await(placements().keep(order)));
    mine.reversed().forEach(order -> await(placements().keep(order)));

    assertThat(await(placements().ofCustomer("c-1", Told.NOON.plusSeconds(10), Told.NOON.plusSeconds(40))))
        .containsExactlyElementsOf(mine.subList(1, 4));
    assertThat(await(placements().ofCustomer("c-1", Instant.EPOCH.minusSeconds(1), Told.NOON.plusSeconds(1_000)))).containsExactlyElementsOf(mine);
    assertThat(await(placements().ofCustomer("c-3", Told.NOON, Told.NOON.plusSeconds(1_000)))).isEmpty();
  }

  @Test
  void they_expire_some_time_after_they_were_written_last() {
    var order = orders("c-1", 1).getFirst();
    await(placements().keep(order));

    var item = client.getItem(get -> get.tableName(table).key(Item.key("customer/c-1", order.position().text()))).join().item();
    assertThat(Instant.ofEpochSecond(Item.number(item, "expires"))).isEqualTo(NOW.plus(Duration.ofHours(96)));
    assertThat(client.describeTimeToLive(describe -> describe.tableName("tradewind-insights-fraud")).join().timeToLiveDescription())
        .satisfies(setting -> {
          assertThat(setting.attributeName()).isEqualTo("expires");
          assertThat(setting.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        });
  }

  @Test
  void suspicions_are_listed_newest_first_once_each_all_of_them_or_a_customer_s() {
    var book = new SuspicionTable(client, table);
    var all = new ArrayList<RaisedSuspicion>();
    orders("c-1", 12).forEach(order -> all.add(RaisedSuspicion.of(new Finding(order, FraudRule.VELOCITY, "x"), NOW)));
    orders("c-2", 5).forEach(order -> all.add(RaisedSuspicion.of(new Finding(order, FraudRule.LARGE_ORDER, "y"), NOW)));
    all.add(RaisedSuspicion.of(new Finding(orders("c-2", 1).getFirst(), FraudRule.AMOUNT, "z"), NOW));
    var twice = new ArrayList<>(all);
    twice.addAll(all);
    Collections.shuffle(twice, new Random(1));
    twice.forEach(raised -> await(book.enter(raised)));
    orders("c-1", 3).forEach(order -> await(placements().keep(order)));

    var newest = all.stream().sorted(Comparator.comparing(RaisedSuspicion::position).reversed()).toList();
    assertThat(listed(book, Optional.empty(), 4)).containsExactlyElementsOf(newest);
    assertThat(listed(book, Optional.of("c-2"), 4)).containsExactlyElementsOf(newest.stream().filter(one -> one.customerId().equals("c-2")).toList());
    assertThat(listed(book, Optional.of("c-3"), 4)).isEmpty();
  }

  private static List<RaisedSuspicion> listed(SuspicionTable book, Optional<String> customer, int limit) {
    var found = new ArrayList<RaisedSuspicion>();
    var after = Optional.<Position>empty();
    do {
      var page = await(book.list(customer, after, limit));
      assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
      found.addAll(page.rows());
      after = page.next();
    } while (after.isPresent());
    return found;
  }

  @Test
  void a_parked_record_is_there_once_with_its_reason() {
    var parked = new Parked(ReaderName.FRAUD, "shardId-000000000000", "4711", NOW, "not UTF-8");
    await(new ParkingTable(client, table).park(parked));
    await(new ParkingTable(client, table).park(parked));

    var items = client.scan(scan -> scan.tableName(table)).join().items();
    assertThat(items).singleElement().satisfies(item -> {
      assertThat(Item.text(item, Item.PARTITION)).isEqualTo("parked");
      assertThat(Item.text(item, Item.SORT)).isEqualTo("shardId-000000000000/4711");
      assertThat(Item.text(item, "reason")).isEqualTo("not UTF-8");
    });
  }
}
