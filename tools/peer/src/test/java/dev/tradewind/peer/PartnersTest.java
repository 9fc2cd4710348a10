package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.partners.Partners;
import dev.tradewind.partners.Settings;
import dev.tradewind.partners.faults.Latency;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments and shipping against the provider and the carrier. */
class PartnersTest {

  private final FakeDynamo dynamo = new FakeDynamo();
  private final StateTable table = new StateTable(dynamo, "peer-state");
  private final Transactions transactions = new Transactions(dynamo, ServiceName.PAYMENTS, letters -> { }, InstantSource.system());
  private Partners partners;
  private Payments payments;
  private Shipping shipping;

  @BeforeEach
  void start() throws IOException {
    partners = Partners.start(new Settings("127.0.0.1", 0, Optional.empty(), Latency.NONE, Duration.ofSeconds(3)));
    payments = new Payments(table, new Partner(URI.create(partners.url())));
    shipping = new Shipping(table, new Partner(URI.create(partners.url())), Duration.ofSeconds(1));
  }

  @AfterEach
  void stop() throws IOException {
    partners.close();
  }

  @ParameterizedTest
  @CsvSource({"tok_approved, PAYMENT_AUTHORIZED, AUTHORIZED", "tok_declined, PAYMENT_DECLINED, DECLINED", "tok_nonsense, PAYMENT_DECLINED, DECLINED"})
  void what_the_provider_says_is_told_and_kept(String method, Kind told, String state) {
    Change change = payments.handle(authorize(method));

    assertThat(kinds(change)).containsExactly(told);
    assertThat(change.state().getFirst().put().item().get("state").s()).isEqualTo(state);
  }

  @Test
  void an_authorization_is_captured_and_the_same_message_again_captures_nothing_more() {
    write(payments.handle(authorize("tok_approved")));

    assertThat(kinds(payments.handle(message(Kind.CAPTURE_PAYMENT)))).containsExactly(Kind.PAYMENT_CAPTURED);
    assertThat(kinds(payments.handle(message(Kind.CAPTURE_PAYMENT)))).containsExactly(Kind.PAYMENT_CAPTURED);
  }

  @Test
  void a_capture_can_be_declined() {
    write(payments.handle(authorize("tok_capture_declined")));

    Change change = payments.handle(message(Kind.CAPTURE_PAYMENT));

    assertThat(kinds(change)).containsExactly(Kind.CAPTURE_DECLINED);
    assertThat(change.outgoing().getFirst().message().data().path("reason").asText()).isNotEmpty();
  }

  @Test
  void an_authorization_is_voided() {
    write(payments.handle(authorize("tok_approved")));

    assertThat(kinds(payments.handle(message(Kind.VOID_PAYMENT)))).containsExactly(Kind.PAYMENT_VOIDED);
  }

  @Test
  void a_provider_in_trouble_fails_the_message_and_the_next_try_is_the_same_call() {
    assertThatThrownBy(() -> payments.handle(authorize("tok_error_500"))).hasMessageContaining("500");
    assertThatThrownBy(() -> payments.handle(authorize("tok_error_500"))).hasMessageContaining("500");

    assertThat(kinds(payments.handle(authorize("tok_error_500")))).containsExactly(Kind.PAYMENT_AUTHORIZED);
  }

  @Test
  void a_parcel_goes_its_way_a_second_after_each_step() {
    write(shipping.handle(arrange("DE")));

    Change confirmed = shipping.handle(message(Kind.ORDER_CONFIRMED));
    assertThat(kinds(confirmed)).containsExactly(Kind.HAND_OVER);
    assertThat(confirmed.outgoing().getFirst().delay()).isEqualTo(Duration.ofSeconds(1));

    Change dispatched = shipping.handle(message(Kind.HAND_OVER));
    assertThat(kinds(dispatched)).containsExactly(Kind.SHIPMENT_DISPATCHED, Kind.DELIVER);
    assertThat(dispatched.outgoing()).extracting(Outgoing::delay).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
    write(dispatched);

    assertThat(kinds(shipping.handle(message(Kind.DELIVER)))).containsExactly(Kind.SHIPMENT_DELIVERED);
  }

  @Test
  void a_parcel_that_the_carrier_never_takes_is_refused() {
    assertThat(kinds(shipping.handle(arrange("XX")))).containsExactly(Kind.SHIPMENT_REFUSED);
  }

  @Test
  void a_parcel_is_cancelled_in_time() {
    write(shipping.handle(arrange("DE")));

    assertThat(kinds(shipping.handle(message(Kind.CANCEL_SHIPMENT)))).containsExactly(Kind.SHIPMENT_CANCELLED);
  }

  @Test
  void messages_for_somebody_else_are_refused() {
    assertThatThrownBy(() -> payments.handle(message(Kind.DELIVER))).hasMessageContaining("DELIVER");
    assertThatThrownBy(() -> shipping.handle(message(Kind.VOID_PAYMENT))).hasMessageContaining("VOID_PAYMENT");
  }

  private void write(Change change) {
    assertThat(transactions.write(Long.toString(System.nanoTime()), change)).isEqualTo(Transactions.Outcome.WRITTEN);
  }

  private static List<Kind> kinds(Change change) {
    return change.outgoing().stream().map(outgoing -> outgoing.message().kind()).toList();
  }

  private static Message authorize(String method) {
    return new Message("m", Kind.AUTHORIZE_PAYMENT, "o-1", Json.object().put("amount", 998).put("currency", "EUR").put("method", method));
  }

  private static Message arrange(String country) {
    ObjectNode data = Json.object();
    data.putObject("shipTo").put("name", "Customer 1").put("street", "Harbour Street 1").put("city", "Kiel").put("postalCode", "24103")
        .put("country", country);
    data.putArray("lines").addObject().put("sku", "A").put("quantity", 1);
    return new Message("m", Kind.ARRANGE_SHIPMENT, "o-1", data);
  }

  private static Message message(Kind kind) {
    return new Message("m", kind, "o-1", Json.object());
  }
}
