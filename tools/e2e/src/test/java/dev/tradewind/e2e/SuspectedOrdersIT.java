package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.core.Message;
import dev.tradewind.e2e.Http.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody suspects fraud and tells it twice, as whoever reads the log does; an operator decides. */
@OnStage("calm")
class SuspectedOrdersIT {

  private final Stage stage;

  SuspectedOrdersIT(Stage stage) {
    this.stage = stage;
  }

  @AfterEach
  void nothingWentAstray() {
    stage.queues().areWithoutDeadLetters();
  }

  @Test
  void anOrderThatIsReleasedGoesOnWhereItStood() {
    String sku = stage.stock().product("RELEASED", 3);
    Order order = stage.orders().place(NewOrder.of(sku, 2).paying("tok_slow"));
    suspect(order);
    awaitState(order, "IN_REVIEW");
    Stage.eventually().alias("the views say so too").untilAsserted(() -> assertThat(stage.views().inState("IN_REVIEW")).contains(order.id()));
    assertThat(stage.orders().reason(order)).isEqualTo("suspected");

    assertThat(stage.orders().review(order.id(), "release", "RELEASE").status()).isEqualTo(202);
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");

    assertThat(stage.orders().review(order.id(), "release", "RELEASE").status()).as("the same again").isEqualTo(202);
    Answer late = stage.orders().review(order.id(), "late", "CANCEL");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().path("type").asText()).contains("not-in-review");
    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(sku, 3, 2);
    tellingItOnceMoreChangesNothing(order);
  }

  @Test
  void anOrderWhoseMoneyIsTakenAndWhoseParcelIsHeldGetsEverythingBackWhenItIsCancelled() {
    String sku = stage.stock().product("FRAUD", 10);
    Order order = suspectedInTimeAfterItsConfirmation(sku);
    assertThat(Books.kinds(stage.provider().done(order))).containsExactly("authorized", "captured");

    assertThat(stage.orders().review(order.id(), "fraud", "CANCEL").status()).isEqualTo(202);
    assertThat(stage.orders().end(order)).isEqualTo("CANCELLED");

    assertThat(stage.orders().reason(order)).isEqualTo("fraud");
    assertThat(Books.kinds(stage.provider().done(order))).containsExactly("authorized", "captured", "refunded");
    assertThat(Books.kinds(stage.carrier().done(order))).containsExactly("booked", "cancelled");
    stage.books().agree(order, "CANCELLED");
    tellingItOnceMoreChangesNothing(order);
  }

  /** A parcel leaves a second after the confirmation: now and then one is away before it can be held. There is stock for ten attempts. */
  private Order suspectedInTimeAfterItsConfirmation(String sku) {
    while (true) {
      Order order = stage.orders().place(NewOrder.of(sku, 1));
      Stage.eventually().alias("it is confirmed").until(() -> stage.orders().events(order).contains("OrderConfirmed"));
      suspect(order);
      Stage.eventually().alias("shipping answers").until(() -> stage.orders().events(order).stream().anyMatch(
          event -> event.equals("ReviewStarted") || event.equals("HoldRefused") || event.equals("OrderDelivered")));
      if (stage.orders().state(order).equals("IN_REVIEW")) {
        return order;
      }
      assertThat(stage.orders().end(order)).as("nobody was held up").isEqualTo("DELIVERED");
    }
  }

  private void tellingItOnceMoreChangesNothing(Order order) {
    long version = stage.journal().version("orders", "order/" + order.id());
    suspect(order);
    stage.queues().awaitCalm();
    assertThat(stage.journal().version("orders", "order/" + order.id())).isEqualTo(version);
  }

  private void awaitState(Order order, String state) {
    Stage.eventually().alias("it is " + state).until(() -> stage.orders().state(order).equals(state));
  }

  private void suspect(Order order) {
    Message suspicion = new Message("suspicion/" + order.id(), "/tradewind/insights", "suspicion/" + order.id(), 1, Instant.EPOCH,
        "order/%s/1".formatted(order.id()), order.id(), "", Optional.empty(),
        new FraudSuspected(order.id(), order.wanted().customerId(), List.of("velocity"), "5 orders in 10 minutes"));
    stage.topics().tell("insights", suspicion);
    stage.topics().tell("insights", suspicion);
  }
}
