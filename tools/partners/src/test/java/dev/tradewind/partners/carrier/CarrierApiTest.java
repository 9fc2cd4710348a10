package dev.tradewind.partners.carrier;

import static dev.tradewind.partners.Requests.booking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.partners.Client;
import dev.tradewind.partners.Client.Answer;
import dev.tradewind.partners.RunningPartners;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CarrierApiTest {

  private static final String SHIPMENT = "/carrier/shipments/shipment-1";

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void a_shipment_is_booked_handed_over_and_delivered() throws Exception {
    var booked = client().put(SHIPMENT, booking("order-1", "Hamburg").encode());
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().getString("key")).isEqualTo("shipment-1");
    assertThat(booked.json().getString("status")).isEqualTo("booked");
    assertThat(booked.json().getString("trackingNumber")).startsWith("TW");

    says(client().post(SHIPMENT + "/handover", ""), "dispatched");
    says(client().post(SHIPMENT + "/delivery", ""), "delivered");
    assertThat(client().get(SHIPMENT).json()).isEqualTo(new JsonObject()
        .put("key", "shipment-1").put("status", "delivered").put("reference", "order-1")
        .put("trackingNumber", booked.json().getString("trackingNumber")));
  }

  @Test
  void each_repeat_gets_the_same_answer_and_changes_nothing() throws Exception {
    var first = client().put(SHIPMENT, booking("order-1", "Hamburg").encode());
    client().post(SHIPMENT + "/handover", "");
    says(client().post(SHIPMENT + "/handover", "{}"), "dispatched");
    client().post(SHIPMENT + "/delivery", "");
    says(client().post(SHIPMENT + "/delivery", "{}"), "delivered");
    says(client().post(SHIPMENT + "/handover", ""), "dispatched");

    var again = client().put(SHIPMENT, booking("order-1", "Hamburg").encode());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(client().ledger("/carrier/ledger")).hasSize(3);
  }

  @Test
  void two_shipments_have_two_tracking_numbers() throws Exception {
    var one = client().put("/carrier/shipments/one", booking("order-1", "Hamburg").encode()).json();
    var two = client().put("/carrier/shipments/two", booking("order-1", "Hamburg").encode()).json();
    assertThat(one.getString("trackingNumber")).isNotEqualTo(two.getString("trackingNumber"));
  }

  @Test
  void a_key_may_hold_any_printable_character() throws Exception {
    var path = "/carrier/shipments/" + Client.encoded("order/1#a%2F");
    client().put(path, booking("order-1", "Hamburg").encode());
    says(client().post(path + "/handover", ""), "dispatched");
    assertThat(client().get(path).json().getString("key")).isEqualTo("order/1#a%2F");
  }

  @Test
  void another_booking_under_a_key_is_refused_in_its_own_way() throws Exception {
    client().put(SHIPMENT, booking("order-1", "Hamburg").encode());
    refused(client().put(SHIPMENT, booking("order-2", "Hamburg").encode()), 422, "key-reused");
    refused(client().put(SHIPMENT, booking("order-1", "Bremen").encode()), 422, "key-reused");
    assertThat(client().ledger("/carrier/ledger")).hasSize(1);
  }

  @Test
  void a_country_or_a_place_that_is_not_served_is_refused_and_stays_refused() throws Exception {
    var far = booking("order-1", "Hamburg");
    far.getJsonObject("shipTo").put("country", "XX");
    var nowhere = booking("order-1", "Hamburg");
    nowhere.getJsonObject("shipTo").put("postalCode", "00000");
    for (var request : List.of(far, nowhere)) {
      var path = "/carrier/shipments/" + request.hashCode();
      var first = client().put(path, request.encode());
      refused(first, 422, "shipment-refused");
      assertThat(client().put(path, request.encode()).text()).isEqualTo(first.text());
      assertThat(client().get(path).json().getString("status")).isEqualTo("refused");
      assertThat(client().get(path).json().getString("detail")).isEqualTo(first.json().getString("detail"));
      refused(client().put(path, booking("order-1", "Hamburg").encode()), 422, "key-reused");
      refused(client().post(path + "/handover", ""), 409, "shipment-refused");
      refused(client().post(path + "/delivery", ""), 409, "not-dispatched");
    }
    assertThat(client().ledger("/carrier/ledger")).hasSize(2);
  }

  @Test
  void a_cancelled_shipment_stays_cancelled() throws Exception {
    client().put(SHIPMENT, booking("order-1", "Hamburg").encode());
    says(client().delete(SHIPMENT), "cancelled");
    says(client().delete(SHIPMENT), "cancelled");
    refused(client().put(SHIPMENT, booking("order-1", "Hamburg").encode()), 410, "shipment-cancelled");
    refused(client().post(SHIPMENT + "/handover", ""), 410, "shipment-cancelled");
    refused(client().post(SHIPMENT + "/delivery", ""), 410, "shipment-cancelled");
    assertThat(client().ledger("/carrier/ledger")).hasSize(2);
  }

  @Test
  void a_cancellation_that_overtakes_its_booking_leaves_a_tombstone() throws Exception {
    says(client().delete(SHIPMENT), "cancelled");
    refused(client().put(SHIPMENT, booking("order-1", "Hamburg").encode()), 410, "shipment-cancelled");
    assertThat(client().get(SHIPMENT).json()).isEqualTo(new JsonObject().put("key", "shipment-1").put("status", "cancelled"));
  }

  @Test
  void a_refused_shipment_can_be_cancelled() throws Exception {
    var far = booking("order-1", "Hamburg");
    far.getJsonObject("shipTo").put("country", "XX");
    client().put(SHIPMENT, far.encode());
    says(client().delete(SHIPMENT), "cancelled");
    refused(client().put(SHIPMENT, far.encode()), 410, "shipment-cancelled");
  }

  @Test
  void what_was_handed_over_is_no_longer_cancelled() throws Exception {
    client().put(SHIPMENT, booking("order-1", "Hamburg").encode());
    client().post(SHIPMENT + "/handover", "");
    refused(client().delete(SHIPMENT), 409, "already-dispatched");
    client().post(SHIPMENT + "/delivery", "");
    refused(client().delete(SHIPMENT), 409, "already-dispatched");
  }

  @Test
  void nothing_is_delivered_before_it_was_handed_over() throws Exception {
    client().put(SHIPMENT, booking("order-1", "Hamburg").encode());
    refused(client().post(SHIPMENT + "/delivery", ""), 409, "not-dispatched");
  }

  @Test
  void an_unknown_shipment_is_not_found() throws Exception {
    refused(client().get(SHIPMENT), 404, "unknown-shipment");
    refused(client().post(SHIPMENT + "/handover", ""), 404, "unknown-shipment");
    refused(client().post(SHIPMENT + "/delivery", ""), 404, "unknown-shipment");
  }

  @Test
  void the_shipments_of_an_order_are_listed_as_they_stand() throws Exception {
    client().put("/carrier/shipments/one", booking("order-1", "Hamburg").encode());
    client().put("/carrier/shipments/two", booking("order-1", "Hamburg").encode());
    client().put("/carrier/shipments/three", booking("order-2", "Hamburg").encode());
    client().delete("/carrier/shipments/one");
    var shipments = client().get("/carrier/shipments?reference=order-1").json().getJsonArray("shipments");
    assertThat(shipments).extracting(s -> ((JsonObject) s).getString("key") + " " + ((JsonObject) s).getString("status"))
        .containsExactly("one cancelled", "two booked");
    assertThat(client().get("/carrier/shipments?reference=order-9").json().getJsonArray("shipments")).isEmpty();
    refused(client().get("/carrier/shipments"), 400, "missing-parameter");
  }

  private static void says(Answer answer, String status) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(new JsonObject().put("status", status));
  }

  private static void refused(Answer answer, int status, String problem) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  private Client client() {
    return partners.client();
  }
}
