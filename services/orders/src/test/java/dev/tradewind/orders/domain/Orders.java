package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.payments.RefundPayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.contracts.shipping.HoldShipment;
import dev.tradewind.contracts.shipping.ResumeShipment;
import dev.tradewind.orders.domain.OrderCommand.Place;
import dev.tradewind.orders.domain.OrderCommand.ReportDone;
import dev.tradewind.orders.domain.OrderCommand.Suspect;
import dev.tradewind.orders.domain.OrderEvent.FraudSuspected;
import dev.tradewind.orders.domain.OrderEvent.HoldAsked;
import dev.tradewind.orders.domain.OrderEvent.OrderPlaced;
import dev.tradewind.orders.domain.OrderEvent.ReviewStarted;
import dev.tradewind.orders.domain.OrderEvent.StepCompleted;
import dev.tradewind.testkit.DeciderSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One order of two products for 48.48, at each point of its way; each step is answered a second after it was asked for. */
final class Orders {

  static final String ID = "o-1";
  static final String CARD = "tok_secret_4242";
  static final List<OrderLine> LINES = List.of(new OrderLine("SHIRT", 2, 1999), new OrderLine("MUG", 1, 850));
  static final Money TOTAL = new Money(4848, "EUR");
  static final Address HOME = new Address("Recipient", "1 Harbour Street", "Bremen", "28195", "DE");
  static final Place PLACE = new Place(ID, "c-1", "EUR", LINES, CARD, HOME, "print-1");

  static final OrderPlaced PLACED = new OrderPlaced(ID, "c-1", "EUR", LINES, CARD, HOME, "print-1", "order-v1");
  static final StepCompleted RESERVED = new StepCompleted(RESERVE_STOCK, Optional.empty());
  static final StepCompleted AUTHORIZED = new StepCompleted(AUTHORIZE_PAYMENT, Optional.empty());
  static final StepCompleted ARRANGED = new StepCompleted(ARRANGE_SHIPMENT, Optional.of("TRACK-1"));
  static final StepCompleted CAPTURED = new StepCompleted(CAPTURE_PAYMENT, Optional.empty());

  static final ReportDone STOCK_RESERVED = new ReportDone(RESERVE_STOCK, Optional.empty());
  static final ReportDone PAYMENT_AUTHORIZED = new ReportDone(AUTHORIZE_PAYMENT, Optional.empty());
  static final ReportDone SHIPMENT_ARRANGED = new ReportDone(ARRANGE_SHIPMENT, Optional.of("TRACK-1"));
  static final ReportDone PAYMENT_CAPTURED = new ReportDone(CAPTURE_PAYMENT, Optional.empty());

  static final ReserveStock RESERVE = new ReserveStock(ID, List.of(new Quantity("SHIRT", 2), new Quantity("MUG", 1)));
  static final AuthorizePayment AUTHORIZE = new AuthorizePayment(ID, TOTAL, CARD);
  static final ArrangeShipment ARRANGE = new ArrangeShipment(ID, HOME, RESERVE.lines());
  static final CapturePayment CAPTURE = new CapturePayment(ID);
  static final ReleaseStock RELEASE = new ReleaseStock(ID);
  static final VoidPayment VOID = new VoidPayment(ID);
  static final CancelShipment CANCEL_SHIPMENT = new CancelShipment(ID);
  static final RefundPayment REFUND = new RefundPayment(ID);

  static final Suspect SUSPECT = new Suspect(List.of("velocity"), "5 orders in 10 minutes");
  static final FraudSuspected SUSPECTED = new FraudSuspected(SUSPECT.rules(), SUSPECT.detail());
  /** When the operator's time is over for an order that is in review since six seconds after it was placed. */
  static final Instant REVIEWED_BY = second(6).plus(Review.LIMIT);
  static final HoldShipment HOLD = new HoldShipment(ID);
  static final ResumeShipment RESUME = new ResumeShipment(ID);

  private Orders() {}

  /** So many seconds after the order was placed. */
  static Instant second(long seconds) {
    return DeciderSpec.START.plusSeconds(seconds);
  }

  static DeciderSpec<Order, OrderCommand, OrderEvent> unplaced() {
    return DeciderSpec.of(new OrderDecider());
  }

  static DeciderSpec<Order, OrderCommand, OrderEvent> placed() {
    return unplaced().given(PLACED).at(second(1));
  }

  static DeciderSpec<Order, OrderCommand, OrderEvent> reserved() {
    return placed().given(RESERVED).at(second(2));
  }

  static DeciderSpec<Order, OrderCommand, OrderEvent> authorized() {
    return reserved().given(AUTHORIZED).at(second(3));
  }

  static DeciderSpec<Order, OrderCommand, OrderEvent> arranged() {
    return authorized().given(ARRANGED).at(second(4));
  }

  static DeciderSpec<Order, OrderCommand, OrderEvent> confirmed() {
    return arranged().given(CAPTURED, new OrderEvent.OrderConfirmed()).at(second(5));
  }

  static DeciderSpec<Order, OrderCommand, OrderEvent> dispatched() {
    return confirmed().given(new OrderEvent.OrderDispatched()).at(second(6));
  }

  /** The same order, suspected while its saga was under way, six seconds after it was placed. */
  static DeciderSpec<Order, OrderCommand, OrderEvent> held(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    return order.at(second(6)).given(SUSPECTED, new ReviewStarted());
  }

  static DeciderSpec<Order, OrderCommand, OrderEvent> confirmedInReview() {
    return confirmed().given(SUSPECTED, new HoldAsked()).at(second(6)).given(new ReviewStarted());
  }

  static OrderDocument document(OrderState state) {
    return new OrderDocument(ID, "c-1", state.name(), Optional.empty(), TOTAL, LINES, Optional.of(second(0)), Optional.of("DE"));
  }

  static OrderDocument document(OrderState state, String reason) {
    return new OrderDocument(ID, "c-1", state.name(), Optional.of(reason), TOTAL, LINES, Optional.of(second(0)), Optional.of("DE"));
  }
}
