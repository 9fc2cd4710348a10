package dev.tradewind.partners.carrier;

import static dev.tradewind.partners.Requests.booking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.partners.RunningPartners;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CarrierLedgerTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void an_entry_says_what_happened_and_not_where_anyone_lives() throws Exception {
    partners.client().put("/carrier/shipments/key", booking("order-1", "Hamburg").encode());
    var entry = partners.client().ledger("/carrier/ledger").getFirst();
    assertThat(entry.fieldNames()).containsExactlyInAnyOrder("sequence", "at", "kind", "key", "reference", "trackingNumber");
    assertThat(entry.getString("kind")).isEqualTo("booked");
  }

  @Test
  void it_can_be_read_for_one_order() throws Exception {
    partners.client().put("/carrier/shipments/one", booking("order-1", "Hamburg").encode());
    partners.client().put("/carrier/shipments/two", booking("order-2", "Hamburg").encode());
    partners.client().delete("/carrier/shipments/two");
    partners.client().delete("/carrier/shipments/none");
    assertThat(partners.client().ledger("/carrier/ledger?reference=order-2"))
        .extracting(entry -> entry.getString("kind")).containsExactly("booked", "cancelled");
    assertThat(partners.client().ledger("/carrier/ledger")).hasSize(4);
  }

  @Test
  void a_summary_counts_what_happened_and_where_shipments_stand() throws Exception {
    partners.client().put("/carrier/shipments/one", booking("order-1", "Hamburg").encode());
    partners.client().post("/carrier/shipments/one/handover", "");
    partners.client().put("/carrier/shipments/two", booking("order-2", "Hamburg").encode());
    var summary = partners.client().get("/carrier/ledger/summary").json();
    assertThat(summary.getInteger("entries")).isEqualTo(3);
    assertThat(summary.getJsonObject("counts")).isEqualTo(new JsonObject()
        .put("booked", 2).put("refused", 0).put("cancelled", 0).put("dispatched", 1).put("delivered", 0));
    assertThat(summary.getJsonObject("shipments")).isEqualTo(new JsonObject()
        .put("booked", 1).put("refused", 0).put("cancelled", 0).put("dispatched", 1).put("delivered", 0));
  }

  @Test
  void an_order_that_is_shipped_twice_stands_out() throws Exception {
    partners.client().put("/carrier/shipments/one", booking("order-1", "Hamburg").encode());
    partners.client().put("/carrier/shipments/two", booking("order-2", "Hamburg").encode());
    partners.client().put("/carrier/shipments/three", booking("order-2", "Hamburg").encode());
    partners.client().put("/carrier/shipments/four", booking("order-3", "Hamburg").encode());
    partners.client().delete("/carrier/shipments/four");
    partners.client().put("/carrier/shipments/five", booking("order-3", "Hamburg").encode());
    assertThat(partners.client().get("/carrier/ledger/summary").json().getJsonObject("anomalies").getJsonArray("moreThanOneLiveShipment"))
        .containsExactly("order-2");
  }
}
