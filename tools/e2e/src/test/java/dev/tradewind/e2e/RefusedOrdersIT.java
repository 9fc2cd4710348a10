package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnStage("calm")
class RefusedOrdersIT {

  private final Stage stage;

  RefusedOrdersIT(Stage stage) {
    this.stage = stage;
  }

  @AfterEach
  void aRefusalIsNoDeadLetter() {
    stage.queues().areWithoutDeadLetters();
  }

  @Test
  void moreThanThereIsIsRejectedAndNothingIsCharged() {
    String sku = stage.stock().product("SCARCE", 2);
    Order order = stage.orders().place(NewOrder.of(sku, 3));

    assertThat(stage.orders().end(order)).isEqualTo("REJECTED");

    assertThat(stage.orders().reason(order)).isEqualTo("out-of-stock");
    stage.books().agree(order, "REJECTED");
    stage.stock().shows(sku, 2, 0);
  }

  @Test
  void oneLineOutOfStockTakesNothingOfTheOthers() {
    String plenty = stage.stock().product("PLENTY", 9);
    String scarce = stage.stock().product("SCARCE", 1);
    Order order = stage.orders().place(NewOrder.of(plenty, 1).and(scarce, 2));

    assertThat(stage.orders().end(order)).isEqualTo("REJECTED");

    stage.books().agree(order, "REJECTED");
    stage.stock().shows(plenty, 9, 0);
    stage.stock().shows(scarce, 1, 0);
  }

  @Test
  void aProductNobodyKnowsIsRejected() {
    Order order = stage.orders().place(NewOrder.of(Stock.sku("UNKNOWN"), 1));

    assertThat(stage.orders().end(order)).isEqualTo("REJECTED");

    assertThat(stage.orders().reason(order)).isEqualTo("unknown-sku");
    stage.books().agree(order, "REJECTED");
  }

  @ParameterizedTest
  @CsvSource({"tok_declined,card_declined", "tok_insufficient_funds,insufficient_funds"})
  void aDeclinedCardCancelsTheOrderAndTheStockIsBack(String method, String reason) {
    String sku = stage.stock().product("DECLINED", 4);
    Order order = stage.orders().place(NewOrder.of(sku, 2).paying(method));

    assertThat(stage.orders().end(order)).isEqualTo("CANCELLED");

    assertThat(stage.orders().reason(order)).isEqualTo(reason);
    assertThat(Books.kinds(stage.provider().done(order))).containsExactly("declined");
    stage.books().agree(order, "CANCELLED");
    stage.stock().shows(sku, 4, 0);
  }

  @ParameterizedTest
  @CsvSource({"20095,XX", "00000,DE"})
  void anAddressTheCarrierDoesNotServeVoidsThePaymentAndTheStockIsBack(String postalCode, String country) {
    String sku = stage.stock().product("UNSERVED", 4);
    Order order = stage.orders().place(NewOrder.of(sku, 1).to("Farpoint", postalCode, country));

    assertThat(stage.orders().end(order)).isEqualTo("CANCELLED");

    assertThat(stage.orders().reason(order)).isEqualTo("shipment-refused");
    assertThat(Books.kinds(stage.provider().done(order))).containsExactly("authorized", "voided");
    stage.books().agree(order, "CANCELLED");
    stage.stock().shows(sku, 4, 0);
  }

  @Test
  void aDeclinedCaptureCancelsTheShipmentVoidsThePaymentAndTheStockIsBack() {
    String sku = stage.stock().product("UNCAPTURED", 4);
    Order order = stage.orders().place(NewOrder.of(sku, 1).paying("tok_capture_declined"));

    assertThat(stage.orders().end(order)).isEqualTo("CANCELLED");

    assertThat(Books.kinds(stage.provider().done(order))).containsExactly("authorized", "capture_declined", "voided");
    assertThat(Books.kinds(stage.carrier().done(order))).containsExactly("booked", "cancelled");
    stage.books().agree(order, "CANCELLED");
    stage.stock().shows(sku, 4, 0);
  }
}
