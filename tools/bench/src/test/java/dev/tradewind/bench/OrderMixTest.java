package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OrderMixTest {

  private static final int MANY = 10_000;

  @Test
  void mostOrdersHaveOneLineSomeTwoAndFewThree() {
    List<OrderMix.Order> orders = orders(1);

    assertThat(share(orders, 1)).isCloseTo(0.80, Offset.offset(0.02));
    assertThat(share(orders, 2)).isCloseTo(0.15, Offset.offset(0.02));
    assertThat(share(orders, 3)).isCloseTo(0.05, Offset.offset(0.02));
  }

  @Test
  void everyOrderHasAKeyOfItsOwn() {
    assertThat(orders(1)).extracting(OrderMix.Order::key).doesNotHaveDuplicates();
  }

  @Test
  void everyProductIsOrdered() {
    String bodies = String.join("", orders(1).stream().map(OrderMix.Order::body).toList());

    assertThat(OrderMix.PRODUCTS).hasSize(20).allSatisfy(product -> assertThat(bodies).contains(product));
  }

  @Test
  void linesAreCounted() {
    OrderMix mix = new OrderMix(1);
    assertThat(mix.linesPerOrder()).isZero();

    double lines = Stream.generate(mix::next).limit(MANY).mapToInt(OrderMix.Order::lines).average().orElseThrow();

    assertThat(mix.linesPerOrder()).isEqualTo(lines).isCloseTo(1.25, Offset.offset(0.03));
  }

  @Test
  void theSameSeedMakesTheSameOrders() {
    assertThat(orders(7)).isEqualTo(orders(7)).isNotEqualTo(orders(8));
  }

  private static List<OrderMix.Order> orders(long seed) {
    OrderMix mix = new OrderMix(seed);
    return Stream.generate(mix::next).limit(MANY).toList();
  }

  private static double share(List<OrderMix.Order> orders, int lines) {
    return orders.stream().filter(order -> order.lines() == lines).count() / (double) MANY;
  }
}
