package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.launcher.platform.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What customers tell us in confidence is in no log, whatever becomes of the order. */
@OnStage("calm")
class SecretsIT {

  private static final String CARD = "XQ7CARD";
  private static final String NAME = "Xaveria Quill";
  private static final String STREET = "Undisclosed Alley 7";
  private static final String CITY = "Hushborough";

  private final Stage stage;

  SecretsIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void neitherCardNorNameNorStreetIsEverLogged() throws IOException {
    NewOrder.ShipTo address = new NewOrder.ShipTo(NAME, STREET, CITY, "20095", "DE");
    String sku = stage.stock().product("DISCREET", 100);
    List<Order> orders = stage.orders().place(Stream.of("approved", "declined", "error_500", "lost_answer", "capture_declined", "no_such_card")
        .map(method -> NewOrder.of(sku, 1).paying("tok_" + method + ":" + CARD).to(address)).toList());
    Order refused = stage.orders().place(NewOrder.of(sku, 1).paying("tok_approved:" + CARD)
        .to(new NewOrder.ShipTo(NAME, STREET, CITY, "00000", "DE")));
    stage.orders().ends(orders);
    stage.orders().end(refused);
    sendWhatIsRefused(NewOrder.of(sku, 1).paying("tok_approved:" + CARD).to(address));
    stage.queues().awaitCalm();

    for (String process : stage.platform().topology().components().stream().map(Component::name).toList()) {
      assertThat(Files.readString(stage.log(process))).as("log of %s", process).doesNotContain(CARD, NAME, STREET, CITY);
    }
  }

  /** Requests and messages that cannot be understood tempt one to log them whole. */
  private void sendWhatIsRefused(NewOrder order) {
    assertThat(stage.orders().post(order.key(), order.body().replace("\"lines\":", "\"rows\":"), Map.of()).status()).isEqualTo(400);
    assertThat(stage.orders().post(order.key(), order.body() + "}", Map.of()).status()).isEqualTo(400);
    assertThat(stage.orders().post(order.key(), order.body().replace("\"DE\"", "7"), Map.of()).status()).isEqualTo(400);
    Order placed = stage.orders().place(order);
    assertThat(stage.orders().end(placed)).isEqualTo("DELIVERED");
    List<String> spoiled = stage.journal().sent("orders", "order/" + placed.id()).stream().map(Queues.CODEC::write)
        .filter(body -> body.contains(CARD) || body.contains(NAME)).map(body -> body.replace("\"orderId\"", "\"orderid\"")).toList();
    assertThat(spoiled).as("messages with a card or an address").hasSize(2);
    stage.queues().all().forEach(queue -> spoiled.forEach(body -> stage.queues().send(queue, body, "spoiled")));
    List<Queues.Dead> dead = new ArrayList<>();
    Stage.eventually().untilAsserted(() -> {
      stage.queues().all().forEach(queue -> dead.addAll(stage.queues().takeDeadLetters(queue)));
      assertThat(dead).hasSize(stage.queues().all().size() * spoiled.size());
    });
    assertThat(dead).allSatisfy(one -> assertThat(one.reason()).isNotEmpty().doesNotContain(CARD, NAME, STREET, CITY));
  }
}
