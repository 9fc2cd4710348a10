package dev.tradewind.queries.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.core.Types.Role;
import dev.tradewind.core.Types.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderViewTest {

  private final Told order = Told.order("c-1", 0, "TEA", "MUG", "TEA");

  @ParameterizedTest
  @EnumSource
  void is_what_the_event_tells(OrderState state) {
    var view = OrderView.of(order.that(state, 7)).orElseThrow();

    assertThat(view.order()).isEqualTo(order.document(state));
    assertThat(view.version()).isEqualTo(7);
    assertThat(view.placedAt()).isEqualTo(Told.NOON);
    assertThat(view.changedAt()).isEqualTo(Told.NOON.plusSeconds(6));
    assertThat(view.skus()).containsExactly("MUG", "TEA");
    assertThat(view.isOver()).isEqualTo(state.isEnd());
  }

  static Stream<Type> toldByOrders() {
    return Contracts.TYPES.all().stream().filter(type -> type.role() == Role.EVENT && type.service().equals("orders"));
  }

  @ParameterizedTest
  @MethodSource("toldByOrders")
  void every_event_of_orders_is_subscribed_to_and_makes_a_view(Type type) throws IOException {
    var queues = Files.readString(Path.of("../../helm/tradewind-aws/values.yaml"));
    assertThat(queues.substring(queues.indexOf("\n  queries:"))).contains("- " + type.name() + "\n");

    var everything = Arrays.stream(OrderState.values()).flatMap(state -> Stream.of(order.that(state, 1), order.released(state, 1)));
    assertThat(everything.filter(told -> type.javaClass().isInstance(told.data())))
        .isNotEmpty().allSatisfy(told -> assertThat(OrderView.of(told)).isPresent());
  }

  @Test
  void what_others_tell_makes_none() {
    assertThat(OrderView.of(order.message(new StockReleased(order.orderId()), 1))).isEmpty();
  }

  @Test
  void an_event_from_before_placing_times_were_told_counts_as_placed_when_it_was_told() {
    assertThat(OrderView.of(order.thatOfOld(OrderState.CONFIRMED, 3)).orElseThrow().placedAt()).isEqualTo(Told.NOON.plusSeconds(2));
  }

  @Test
  void a_state_that_a_newer_orders_invented_is_shown_and_is_no_end() {
    var told = order.view(OrderState.PLACED, 1).order();
    var invented = new OrderDocument(
        told.orderId(), told.customerId(), "ON_THE_MOON", told.reason(), told.total(), told.lines(), told.placedAt(), told.country());

    assertThat(new OrderView(invented, 2, Told.NOON).isOver()).isFalse();
  }

  @Test
  void a_view_needs_a_version_and_someone_whose_it_is() {
    assertThatThrownBy(() -> order.view(OrderState.PLACED, 0)).hasMessageStartingWith("version must be 1 or more");
    assertThatThrownBy(() -> new Told("o", " ", Told.NOON, order.skus()).view(OrderState.PLACED, 1)).hasMessageStartingWith("customerId");
    assertThatThrownBy(() -> new Told("o o", "c-1", Told.NOON, order.skus()).view(OrderState.PLACED, 1)).hasMessageStartingWith("a position is");
    var afterAllTime = new Told("o", "c-1", Instant.MAX, order.skus()).document(OrderState.PLACED);
    assertThatThrownBy(() -> new OrderView(afterAllTime, 1, Told.NOON)).hasMessageStartingWith("an order is placed in the years 0 to 9999");
  }
}
