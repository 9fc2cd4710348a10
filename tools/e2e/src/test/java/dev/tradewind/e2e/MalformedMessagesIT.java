package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.StockSold;
import dev.tradewind.core.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnStage("calm")
class MalformedMessagesIT {

  private final Stage stage;

  MalformedMessagesIT(Stage stage) {
    this.stage = stage;
  }

  /** What is wrong with a message, and what its dead-letter queue must say about it. */
  private enum Flaw {
    NO_JSON("not JSON"), NO_TYPE_ANYONE_KNOWS("is not known here"), DATA_THAT_DOES_NOT_FIT("does not fit"), ADDRESSED_TO_SOMEBODY_ELSE("StockSold");

    private final String reason;

    Flaw(String reason) {
      this.reason = reason;
    }

    String body(String marker) {
      String good = Queues.CODEC.write(message(marker));
      return switch (this) {
        case NO_JSON -> "{ " + marker;
        case NO_TYPE_ANYONE_KNOWS -> good.replace("tradewind.inventory.StockSold.v1", "tradewind.inventory.StockFramed.v1");
        case DATA_THAT_DOES_NOT_FIT -> good.replace("\"quantity\":1", "\"quantity\":\"plenty\"");
        case ADDRESSED_TO_SOMEBODY_ELSE -> good;
      };
    }

    /** One that nobody listens to: no queue takes it. */
    private static Message message(String marker) {
      return new Message("stock/" + marker + "/2/0", "/tradewind/inventory", "stock/" + marker, 2, Instant.EPOCH, "order/e2e/5/1", marker, "",
          Optional.empty(), new StockSold(marker, List.of(new Quantity("MUG", 1))));
    }
  }

  private record Sent(String queue, Flaw flaw) {}

  @Test
  void areDeadLetteredWithTheReasonAndHoldUpNothing() {
    String sku = stage.stock().product("MEANWHILE", 1);
    Map<String, Sent> sent = new LinkedHashMap<>();
    for (String queue : stage.queues().all()) {
      for (Flaw flaw : Flaw.values()) {
        sent.put("marker-" + UUID.randomUUID(), new Sent(queue, flaw));
      }
    }
    sent.forEach((marker, one) -> stage.queues().send(one.queue(), one.flaw().body(marker), "tradewind.inventory.StockSold.v1"));
    Order order = stage.orders().place(NewOrder.of(sku, 1));

    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    stage.books().agree(order, "DELIVERED");
    Map<String, Queues.Dead> dead = deadLetters(sent);
    sent.forEach((marker, one) -> {
      assertThat(dead.get(marker).body()).as(one.toString()).isEqualTo(one.flaw().body(marker));
      assertThat(dead.get(marker).reason()).as(one.toString()).contains(one.flaw().reason);
    });
    stage.queues().awaitCalm();
    stage.queues().areWithoutDeadLetters();
  }

  /** Waits until each is in the dead-letter queue of the queue it was sent to. */
  private Map<String, Queues.Dead> deadLetters(Map<String, Sent> sent) {
    Map<String, Queues.Dead> found = new LinkedHashMap<>();
    Stage.eventually().untilAsserted(() -> {
      for (String queue : stage.queues().all()) {
        stage.queues().takeDeadLetters(queue).forEach(dead -> sent.keySet().stream()
            .filter(marker -> dead.body().contains(marker) && sent.get(marker).queue().equals(queue))
            .forEach(marker -> found.put(marker, dead)));
      }
      assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(sent.keySet());
    });
    return found;
  }
}
