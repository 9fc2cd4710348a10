package dev.tradewind.queries.views;

import static dev.tradewind.queries.views.Shelf.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderQuery.Scope;
import dev.tradewind.queries.domain.OrderQuery.Scope.InState;
import dev.tradewind.queries.domain.OrderQuery.Scope.OfCustomer;
import dev.tradewind.queries.domain.OrderQuery.Sort;
import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import dev.tradewind.queries.domain.Told;
import dev.tradewind.queries.serving.Views.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Lists, from a table with the indexes that the chart declares. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListsTest {

  @Inject
  Shelf shelf;

  private final String customer = "c-" + UUID.randomUUID();
  private ViewTable table;

  @BeforeEach
  void freshTable() {
    table = new ViewTable(shelf.client, shelf.service().home());
  }

  @Test
  void a_customer_sees_their_own_orders_newest_first_page_by_page() {
    var orders = told(45, second -> Told.order(customer, second).view(OrderState.PLACED, 1));
    told(5, second -> Told.order("someone-else", second).view(OrderState.PLACED, 1));

    var pages = pages(of(customer), 20);
    assertThat(pages).extracting(page -> page.views().size()).containsExactly(20, 20, 5);
    assertThat(views(pages)).containsExactlyElementsOf(orders.reversed());
    assertThat(views(pages(query(new OfCustomer(customer, Optional.empty()), Sort.OLDEST), 7))).containsExactlyElementsOf(orders);
  }

  @Test
  void a_last_page_that_is_full_leads_nowhere() {
    told(20, second -> Told.order(customer, second).view(OrderState.PLACED, 1));

    assertThat(await(table.list(of(customer), Optional.empty(), 20)).next()).isEmpty();
  }

  @Test
  void orders_placed_at_the_same_moment_are_all_shown_once() {
    var orders = told(9, second -> Told.order(customer, 0).view(OrderState.PLACED, 1));

    assertThat(views(pages(of(customer), 2))).containsExactlyInAnyOrderElementsOf(orders);
  }

  @Test
  void a_state_shows_those_who_are_in_it_now_in_order_although_they_are_spread() {
    var orders = told(60, second -> Told.order("c-" + second, second).view(OrderState.NEEDS_ATTENTION, 4));
    var left = orders.get(30);
    await(table.apply(new Told(left.orderId(), "c-30", left.placedAt(), List.of("MUG")).view(OrderState.CANCELLED, 9)));

    var expected = new ArrayList<>(orders.reversed());
    expected.remove(left);
    assertThat(views(pages(query(new InState(OrderState.NEEDS_ATTENTION), Sort.NEWEST), 8))).containsExactlyElementsOf(expected);
    assertThat(views(pages(query(new InState(OrderState.NEEDS_ATTENTION), Sort.OLDEST), 100))).containsExactlyElementsOf(expected.reversed());
  }

  @Test
  void filters_by_state_time_and_product_hold_together() {
    var orders = told(40, second -> Told.order(customer, second, second % 2 == 0 ? "TEA" : "MUG")
        .view(second % 3 == 0 ? OrderState.CONFIRMED : OrderState.PLACED, 2));
    var query = new OrderQuery(new OfCustomer(customer, Optional.of(OrderState.CONFIRMED)), Optional.of(Told.NOON.plusSeconds(6)),
        Optional.of(Told.NOON.plusSeconds(30)), Optional.of("TEA"), Sort.OLDEST);

    assertThat(views(pages(query, 2))).containsExactly(orders.get(6), orders.get(12), orders.get(18), orders.get(24));
  }

  @Test
  void a_product_is_found_by_its_whole_name_only() {
    told(1, second -> Told.order(customer, second, "MUG-RED").view(OrderState.PLACED, 1));

    assertThat(views(pages(withSku("MUG"), 5))).isEmpty();
    assertThat(views(pages(withSku("MUG-RED"), 5))).hasSize(1);
  }

  @Test
  void a_page_reads_so_much_and_no_more_and_then_says_where_to_go_on() {
    var rare = told(1, second -> Told.order(customer, -1, "RARE").view(OrderState.PLACED, 1)).getFirst();
    told(450, second -> Told.order(customer, second).view(OrderState.PLACED, 1));

    var pages = pages(withSku("RARE"), 20);
    assertThat(pages).extracting(page -> page.views().size()).containsExactly(0, 0, 1);
    assertThat(views(pages)).containsExactly(rare);
  }

  @Test
  void an_order_that_changes_while_someone_pages_is_neither_lost_nor_doubled() {
    var orders = told(12, second -> Told.order(customer, second).view(OrderState.PLACED, 1));
    var first = await(table.list(of(customer), Optional.empty(), 5));
    orders.forEach(view -> await(table.apply(new Told(view.orderId(), customer, view.placedAt(), List.of("MUG")).view(OrderState.CONFIRMED, 5))));
    told(3, second -> Told.order(customer, 100 + second).view(OrderState.PLACED, 1));

    var rest = pages(of(customer), first.next(), 5);
    assertThat(views(rest)).extracting(OrderView::orderId)
        .containsExactlyElementsOf(orders.reversed().subList(5, 12).stream().map(OrderView::orderId).toList());
  }

  @Test
  void a_page_of_none_is_refused() {
    assertThatThrownBy(() -> table.list(of(customer), Optional.empty(), 0)).hasMessageStartingWith("limit must be 1 or more");
  }

  private List<OrderView> told(int count, LongFunction<OrderView> view) {
    var views = LongStream.range(0, count).mapToObj(view).toList();
    await(Uni.join().all(views.stream().<Uni<Outcome>>map(table::apply).toList()).usingConcurrencyOf(16).andFailFast());
    return views;
  }

  private List<Page> pages(OrderQuery query, int limit) {
    return pages(query, Optional.empty(), limit);
  }

  private List<Page> pages(OrderQuery query, Optional<Position> from, int limit) {
    var pages = new ArrayList<Page>();
    var after = from;
    do {
      pages.add(await(table.list(query, after, limit)));
      after = pages.getLast().next();
    } while (after.isPresent());
    return pages;
  }

  private static List<OrderView> views(List<Page> pages) {
    return pages.stream().flatMap(page -> page.views().stream()).toList();
  }

  private static OrderQuery of(String customer) {
    return query(new OfCustomer(customer, Optional.empty()), Sort.NEWEST);
  }

  private OrderQuery withSku(String sku) {
    return new OrderQuery(new OfCustomer(customer, Optional.empty()), Optional.empty(), Optional.<Instant>empty(), Optional.of(sku), Sort.NEWEST);
  }

  private static OrderQuery query(Scope scope, Sort sort) {
    return new OrderQuery(scope, Optional.empty(), Optional.empty(), Optional.empty(), sort);
  }
}
