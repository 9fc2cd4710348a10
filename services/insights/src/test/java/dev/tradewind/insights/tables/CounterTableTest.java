package dev.tradewind.insights.tables;

import static dev.tradewind.insights.tables.Shelves.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.insights.domain.BoughtTogether;
import dev.tradewind.insights.domain.Contribution;
import dev.tradewind.insights.domain.Figure;
import dev.tradewind.insights.domain.Grain;
import dev.tradewind.insights.domain.Pack;
import dev.tradewind.insights.domain.Position;
import dev.tradewind.insights.domain.SalesFigures;
import dev.tradewind.insights.domain.SalesQuery;
import dev.tradewind.insights.domain.Told;
import dev.tradewind.insights.reading.Counters.Outcome;
import dev.tradewind.insights.reading.Counting;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Sales and pairs, counted in real tables: once, whatever comes twice, out of order or at the same moment. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CounterTableTest {

  @Inject
  DynamoDbAsyncClient client;

  private static final SalesQuery HOUR =
      new SalesQuery(Grain.MINUTE, Told.NOON, Told.NOON.plus(Duration.ofHours(1)), Optional.empty(), Optional.empty());

  private List<Figure> all(SalesTable sales, SalesQuery query, int limit) {
    var found = new ArrayList<Figure>();
    var after = Optional.<Position>empty();
    do {
      var page = await(sales.list(query, after, limit));
      assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
      found.addAll(page.rows());
      after = page.next();
    } while (after.isPresent());
    return found;
  }

  /** As text, the way a person would write a figure down. */
  private static List<String> written(List<Figure> figures) {
    return figures.stream().map(figure -> "%s %s %s %d units %d %s in %d".formatted(figure.of().start(), figure.of().sku(), figure.of().region(),
        figure.units(), figure.revenue(), figure.of().currency(), figure.orders())).toList();
  }

  private static List<String> folded(List<Told> orders, Grain grain) {
    return orders.stream().map(Told::sale)
        .flatMap(sale -> sale.lines().entrySet().stream().map(line -> Map.entry(
            grain.start(sale.at()) + " " + line.getKey() + " " + sale.region(), line.getValue())))
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
        .entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> "%s %d units %d EUR in %d".formatted(entry.getKey(),
            entry.getValue().stream().mapToLong(sold -> sold.units()).sum(), entry.getValue().stream().mapToLong(sold -> sold.revenue()).sum(),
            entry.getValue().size())).toList();
  }

  private static List<Told> orders(int count) {
    String[][] baskets = {{"TEA", "MUG"}, {"MAP", "TEA", "POT"}};
    return IntStream.range(0, count).mapToObj(i -> Told.order("c-1", 37L * i, baskets[i % 2]).to(i % 3 == 0 ? "DE" : "NL")).toList();
  }

  @ParameterizedTest
  @EnumSource
  void figures_are_a_fold_of_the_sales(Grain grain) {
    var table = Shelves.like(client, "tradewind-insights-sales");
    var orders = orders(60);
    await(new Counting(new CounterTable(client, table), SalesFigures::of).count(orders.stream().map(Told::sale).toList()));

    var query = new SalesQuery(grain, Told.NOON, Told.NOON.plus(Duration.ofHours(1)), Optional.empty(), Optional.empty());
    assertThat(written(all(new SalesTable(client, table), query, 7))).containsExactlyElementsOf(folded(orders, grain));
  }

  @Test
  void nothing_is_counted_twice_also_when_two_readers_count_the_same_at_the_same_moment() {
    var table = Shelves.like(client, "tradewind-insights-sales");
    var orders = orders(25);
    for (int seed = 0; seed < 3; seed++) {
      var shuffled = new ArrayList<>(orders);
      Collections.shuffle(shuffled, new Random(seed));
      var sales = shuffled.stream().map(Told::sale).toList();
      await(Uni.join().all(
          new Counting(new CounterTable(client, table), SalesFigures::of).count(sales.subList(0, 15)),
          new Counting(new CounterTable(client, table), SalesFigures::of).count(sales)).andFailFast());
    }

    assertThat(written(all(new SalesTable(client, table), HOUR, 100))).containsExactlyElementsOf(folded(orders, Grain.MINUTE));
  }

  @Test
  void a_pack_of_which_some_is_known_is_left_alone_and_the_known_are_named() {
    var table = new CounterTable(client, Shelves.like(client, "tradewind-insights-sales"));
    var contributions = orders(3).stream().flatMap(order -> SalesFigures.of(order.sale()).stream()).toList();
    var names = contributions.stream().map(Contribution::name).toList();

    assertThat(await(table.add(new Pack(contributions.subList(0, 1))))).isEqualTo(new Outcome.Counted());
    assertThat(await(table.add(new Pack(contributions)))).isEqualTo(new Outcome.Known(Set.of(names.getFirst())));
    assertThat(await(table.add(new Pack(contributions.subList(1, 3))))).isEqualTo(new Outcome.Counted());
    assertThat(await(table.add(new Pack(contributions)))).isEqualTo(new Outcome.Known(Set.copyOf(names)));
  }

  @Test
  void filters_show_one_product_and_one_region() {
    var table = Shelves.like(client, "tradewind-insights-sales");
    var orders = orders(30);
    await(new Counting(new CounterTable(client, table), SalesFigures::of).count(orders.stream().map(Told::sale).toList()));
    var sales = new SalesTable(client, table);
    Function<SalesQuery, List<String>> shown = query -> written(all(sales, query, 3));

    assertThat(shown.apply(new SalesQuery(Grain.MINUTE, HOUR.from(), HOUR.to(), Optional.of("MUG"), Optional.of("NL"))))
        .isNotEmpty().containsExactlyElementsOf(folded(orders, Grain.MINUTE).stream().filter(line -> line.contains(" MUG NL ")).toList());
    assertThat(shown.apply(new SalesQuery(Grain.HOUR, HOUR.from(), HOUR.to(), Optional.of("NONE"), Optional.empty()))).isEmpty();
    assertThat(shown.apply(new SalesQuery(
        Grain.MINUTE, HOUR.from().plusSeconds(120), HOUR.from().plusSeconds(240), Optional.empty(), Optional.empty())))
        .containsExactlyElementsOf(folded(orders, Grain.MINUTE).stream().filter(line -> line.matches("2026-03-01T12:0[23].*")).toList());
  }

  @Test
  void what_was_bought_together_most_often_comes_first() {
    var table = Shelves.like(client, "tradewind-insights-recommendations");
    var counting = new Counting(new CounterTable(client, table), BoughtTogether::of);
    var sales = orders(9).stream().map(Told::sale).toList();
    await(counting.count(sales));
    await(counting.count(sales));

    var recommendations = new RecommendationTable(client, table);
    assertThat(await(recommendations.with("TEA", 1))).containsExactly(new BoughtTogether("MUG", 5));
    assertThat(await(recommendations.with("TEA", 10))).containsExactlyInAnyOrder(
        new BoughtTogether("MUG", 5), new BoughtTogether("MAP", 4), new BoughtTogether("POT", 4));
    assertThat(await(recommendations.with("NONE", 10))).isEmpty();
  }

  @Test
  void an_order_of_fifty_products_is_counted_whole() {
    var table = Shelves.like(client, "tradewind-insights-recommendations");
    var fifty = Told.order("c-1", 0, IntStream.range(0, 50).mapToObj(i -> "SKU-" + i).toArray(String[]::new)).sale();
    await(new Counting(new CounterTable(client, table), BoughtTogether::of).count(List.of(fifty, fifty)));

    assertThat(await(new RecommendationTable(client, table).with("SKU-7", 50))).hasSize(49)
        .allSatisfy(other -> assertThat(other.orders()).isEqualTo(1));
  }
}
