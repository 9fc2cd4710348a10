package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.e2e.Listener.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers hear everything that happens to their orders, although the service that tells them dies in the middle. */
@OnStage("storm")
class NotificationsIT {

  private static final int ORDERS = 40;
  private static final int KILL_AFTER = 20;

  private final Stage stage;
  private final Listener listener = new Listener();

  NotificationsIT(Stage stage) {
    this.stage = stage;
  }

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void everyPieceOfNewsIsHeardBySignedWebhookAndByMail() {
    Map<NewOrder, String> wanted = Mix.of(ORDERS, stage.stock().product("NEWS", 1_000));
    wanted.keySet().forEach(this::wantsNews);

    List<Order> orders;
    try (Load load = new Load(stage.orders(), wanted.keySet(), 10)) {
      Stage.eventually().until(() -> listener.heard().size() >= KILL_AFTER);
      stage.platform().kill("notifications");
      stage.platform().start("notifications");
      orders = load.all();
    }
    Map<Order, String> ends = stage.orders().ends(orders);

    List<News> expected = new ArrayList<>();
    ends.forEach((order, end) -> steps(end).forEach(step -> expected.add(new News(order.id(), "order." + step))));
    Stage.eventually().untilAsserted(() -> assertThat(listener.heard()).containsExactlyInAnyOrderElementsOf(expected));
    ends.forEach((order, end) -> Stage.eventually().untilAsserted(() -> assertThat(stage.outbox().subjectsTo(address(order.wanted())))
        .as("mails about %s, which is %s", order, end).hasSameSizeAs(steps(end)).allMatch(subject -> subject.contains(order.id()))));
    assertThat(listener.unsigned()).isEmpty();
    stage.queues().awaitCalm();
    stage.queues().areWithoutDeadLetters();
  }

  private void wantsNews(NewOrder order) {
    String customer = order.customerId();
    listener.trust(customer, stage.notifications().register(customer, listener.url(customer)));
    stage.notifications().writeTo(customer, address(order));
  }

  private static String address(NewOrder order) {
    return order.customerId() + "@shop.example";
  }

  /** What customers hear of an order that ends so. */
  private static List<String> steps(String end) {
    return switch (end) {
      case "DELIVERED" -> List.of("placed", "confirmed", "dispatched", "delivered");
      case "CANCELLED", "REJECTED" -> Stream.of("placed", end.toLowerCase(java.util.Locale.ROOT)).toList();
      default -> throw new AssertionError("no end: " + end);
    };
  }
}
