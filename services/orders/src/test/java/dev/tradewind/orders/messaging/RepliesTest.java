package dev.tradewind.orders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.contracts.inventory.StockReceived;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.inventory.StockReceived;
import dev.tradewind.contracts.inventory.StockSold;
import dev.tradewind.contracts.janitor.DriftFound;
import dev.tradewind.contracts.payments.CaptureDeclined;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.core.Event;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderCommand.ReportDelivered;
import dev.tradewind.orders.domain.OrderCommand.ReportDispatched;
import dev.tradewind.orders.domain.OrderCommand.ReportDone;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.ReportHeld;
import dev.tradewind.orders.domain.OrderCommand.ReportHoldRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndoRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderCommand.Suspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each answer of the others, and each thing they tell, and what it means to an order. */
class RepliesTest {

  private static final Money MONEY = new Money(100, "EUR");
  private static final Set<Class<?>> OF_NO_ORDER = Set.of(StockSold.class, StockReceived.class, ProductChanged.class, DriftFound.class);

  /** Told of no order: it goes into the copy of products. */
  private static final String PRODUCTS = "tradewind.catalog.ProductChanged.v1";

  static Stream<Arguments> everyAnswer() {
    return Stream.of(
        answer(new StockReserved("o-1", List.of()), new ReportDone("reserve-stock", Optional.empty())),
        answer(new StockRejected("o-1", "out-of-stock", List.of("MUG")), new ReportFailed("reserve-stock", "out-of-stock")),
        answer(new StockReleased("o-1"), new ReportUndone("reserve-stock")),
        answer(new PaymentAuthorized("o-1", MONEY), new ReportDone("authorize-payment", Optional.empty())),
        answer(new PaymentDeclined("o-1", "declined"), new ReportFailed("authorize-payment", "declined")),
        answer(new PaymentVoided("o-1"), new ReportUndone("authorize-payment")),
        answer(new ShipmentArranged("o-1", "T-1"), new ReportDone("arrange-shipment", Optional.of("T-1"))),
        answer(new ShipmentRefused("o-1", "refused"), new ReportFailed("arrange-shipment", "refused")),
        answer(new ShipmentCancelled("o-1"), new ReportUndone("arrange-shipment")),
        answer(new ShipmentCancelRefused("o-1", "too-late"), new ReportUndoRefused("arrange-shipment", "too-late")),
        answer(new PaymentCaptured("o-1", MONEY), new ReportDone("capture-payment", Optional.empty())),
        answer(new CaptureDeclined("o-1", "expired"), new ReportFailed("capture-payment", "expired")),
        answer(new PaymentRefunded("o-1", MONEY), new ReportUndone("capture-payment")),
        answer(new ShipmentHeld("o-1"), new ReportHeld()),
        answer(new ShipmentHoldRefused("o-1", "too-late"), new ReportHoldRefused("too-late")),
        answer(new ShipmentDispatched("o-1", "T-1"), new ReportDispatched()),
        answer(new ShipmentDelivered("o-1", "T-1"), new ReportDelivered()),
        answer(new FraudSuspected("o-1", "c-1", List.of("velocity"), "5 orders"), new Suspect(List.of("velocity"), "5 orders")));
  }

  @ParameterizedTest
  @MethodSource("everyAnswer")
  void an_answer_is_addressed_to_its_order_and_means_one_thing(Event answer, OrderCommand report) {
    assertThat(Replies.of(answer)).isEqualTo(new Replies.Reply("o-1", report));
  }

  @Test
  void an_event_nobody_subscribed_to_is_unreadable() {
    assertThatThrownBy(() -> Replies.of(new StockSold("o-1", List.of())))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessage("orders does not listen to StockSold");
  }

  /** The queue gets exactly the types that are understood: one less and an order waits for ever, one more and it is a dead letter. */
  @Test
  void the_queue_is_subscribed_to_exactly_these_types() throws IOException {
    var understood = everyAnswer().map(arguments -> Contracts.TYPES.typeOf(arguments.get()[0]).name()).toList();

    assertThat(subscribed()).containsExactlyInAnyOrderElementsOf(Stream.concat(understood.stream(), Stream.of(PRODUCTS)).toList());
  }

  @Test
  void every_event_of_the_others_is_understood_but_those_about_stock_or_products_themselves_and_what_is_for_people() {
    var told = Contracts.TYPES.all().stream()
        .filter(type -> type.role() == Types.Role.EVENT && !type.service().equals("orders"))
        .map(Types.Type::javaClass);

    assertThat(everyAnswer().<Class<?>>map(arguments -> arguments.get()[0].getClass()))
        .containsExactlyInAnyOrderElementsOf(
            told.<Class<?>>map(type -> type).filter(type -> !OF_NO_ORDER.contains(type)).toList());
  }

  private static List<String> subscribed() throws IOException {
    var values = Files.readString(Path.of("../../helm/tradewind-aws/values.yaml"));
    var orders = values.substring(values.indexOf("\n  orders:\n"), values.indexOf("\n  inventory:\n"));
    return Pattern.compile("- (tradewind\\.\\S+)").matcher(orders).results().map(found -> found.group(1)).toList();
  }

  private static Arguments answer(Event event, OrderCommand report) {
    return Arguments.of(event, report);
  }
}
