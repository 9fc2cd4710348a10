package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.core.Command;
import dev.tradewind.core.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An undo may overtake its do: whoever gets it first must refuse the do that comes late. */
@OnStage("calm")
class UndoBeforeDoIT {

  private static final int TIMES = 3;

  private final Stage stage;
  private final Order order = new Order(UUID.randomUUID().toString(), NewOrder.of("NONE", 1));
  private int version = 1;

  UndoBeforeDoIT(Stage stage) {
    this.stage = stage;
  }

  @AfterEach
  void nothingWentAstray() {
    stage.queues().areWithoutDeadLetters();
  }

  @Test
  void stockThatWasReleasedFirstIsNotReserved() {
    String sku = stage.stock().product("RELEASED", 5);

    send("tradewind-inventory-commands", new ReleaseStock(order.id()));
    send("tradewind-inventory-commands", new ReserveStock(order.id(), List.of(new Quantity(sku, 2))));

    stage.stock().shows(sku, 5, 0);
  }

  @Test
  void aPaymentThatWasVoidedFirstIsNotAuthorized() {
    send("tradewind-payments-commands", new VoidPayment(order.id()));
    send("tradewind-payments-commands", new AuthorizePayment(order.id(), new Money(1_250, "EUR"), "tok_approved"));

    assertThat(stage.journal().version("payments", "payment/" + order.id())).as("both were handled").isEqualTo(2);
    assertThat(stage.provider().done(order)).isEmpty();
  }

  @Test
  void aShipmentThatWasCancelledFirstIsNotArranged() {
    send("tradewind-shipping-commands", new CancelShipment(order.id()));
    send("tradewind-shipping-commands", new ArrangeShipment(order.id(),
        new Address("Customer One", "Harbour Street 1", "Hamburg", "20095", "DE"), List.of(new Quantity("NONE", 1))));

    assertThat(stage.journal().version("shipping", "shipment/" + order.id())).as("both were handled").isEqualTo(2);
    assertThat(Books.kinds(stage.carrier().done(order))).doesNotContain("booked");
  }

  /** Each comes three times, and is over before the next is sent. */
  private void send(String queue, Command command) {
    Message message = new Message("order/%s/%d/0".formatted(order.id(), version), "/tradewind/orders", "order/" + order.id(), version,
        Instant.now(), "request/e2e", order.id(), "", Optional.empty(), command);
    version++;
    for (int i = 0; i < TIMES; i++) {
      stage.queues().send(queue, message);
    }
    stage.queues().awaitCalm();
  }
}
