package dev.tradewind.partners.psp;

import static dev.tradewind.partners.Requests.amount;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.partners.RunningPartners;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PspLedgerTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void an_entry_says_what_happened_and_nothing_about_the_card() throws Exception {
    var id = authorize("order-1", "key", "tok_approved:secret");
    var answer = partners.client().get("/psp/ledger");
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
    var entry = new JsonObject(answer.text());
    assertThat(entry.fieldNames())
        .containsExactlyInAnyOrder("sequence", "at", "reference", "kind", "authorization", "amount", "currency", "key");
    assertThat(Instant.parse(entry.getString("at"))).isBeforeOrEqualTo(Instant.now());
    entry.remove("at");
    assertThat(entry).isEqualTo(new JsonObject()
        .put("sequence", 1).put("reference", "order-1").put("kind", "authorized").put("authorization", id)
        .put("amount", 1999).put("currency", "EUR").put("key", "key"));
  }

  @Test
  void it_can_be_read_for_one_order() throws Exception {
    authorize("order-1", "a", "tok_approved");
    authorize("order-2", "b", "tok_declined");
    assertThat(partners.client().ledger("/psp/ledger?reference=order-2")).hasSize(1);
    assertThat(partners.client().ledger("/psp/ledger?reference=order-3")).isEmpty();
    assertThat(partners.client().ledger("/psp/ledger")).extracting(entry -> entry.getInteger("sequence")).containsExactly(1, 2);
  }

  @Test
  void a_long_ledger_arrives_whole() throws Exception {
    int many = 2_500;
    for (int i = 0; i < many; i++) {
      authorize("order-" + i, "key-" + i, "tok_approved");
    }
    var entries = partners.client().ledger("/psp/ledger");
    assertThat(entries).hasSize(many);
    assertThat(entries.getLast().getInteger("sequence")).isEqualTo(many);
  }

  @Test
  void a_summary_of_nothing_counts_zero() throws Exception {
    var summary = partners.client().get("/psp/ledger/summary").json();
    assertThat(summary.getInteger("entries")).isZero();
    assertThat(summary.getJsonObject("counts").getInteger("captured")).isZero();
    assertThat(summary.getJsonObject("net")).isEmpty();
    assertThat(partners.client().get("/psp/ledger/summary?reference=order-1").json()).isEqualTo(summary);
  }

  @Test
  void a_summary_counts_each_kind_and_nets_each_order() throws Exception {
    var captured = capture(authorize("order-1", "a", "tok_approved"), "b", 1999);
    partners.client().post("/psp/captures/" + captured + "/refunds", "c", amount(999));
    authorize("order-2", "d", "tok_declined");
    partners.client().post("/psp/authorizations/" + authorize("order-3", "e", "tok_approved") + "/voids", "f", "");

    var summary = partners.client().get("/psp/ledger/summary").json();
    assertThat(summary.getInteger("entries")).isEqualTo(6);
    assertThat(summary.getInteger("references")).isEqualTo(3);
    assertThat(summary.getJsonObject("counts")).isEqualTo(new JsonObject()
        .put("authorized", 2).put("declined", 1).put("captured", 1).put("capture_declined", 0).put("voided", 1).put("refunded", 1));
    assertThat(summary.getJsonObject("net").getJsonObject("order-1").getInteger("EUR")).isEqualTo(1000);
    assertThat(summary.getJsonObject("net").getJsonObject("order-2").getInteger("EUR")).isZero();
    assertThat(anomaly("moreThanOneCapture")).isEmpty();
    assertThat(anomaly("moreThanOneLiveAuthorization")).isEmpty();
  }

  @Test
  void an_order_that_was_charged_twice_stands_out() throws Exception {
    capture(authorize("order-1", "a", "tok_approved"), "b", 1999);
    capture(authorize("order-2", "c", "tok_approved"), "d", 1999);
    capture(authorize("order-2", "e", "tok_approved"), "f", 1999);
    assertThat(anomaly("moreThanOneCapture")).containsExactly("order-2");
    assertThat(partners.client().get("/psp/ledger/summary?reference=order-1").json().getInteger("references")).isEqualTo(1);
  }

  @Test
  void an_order_that_holds_money_twice_stands_out() throws Exception {
    var voided = authorize("order-1", "a", "tok_approved");
    partners.client().post("/psp/authorizations/" + voided + "/voids", "b", "");
    authorize("order-1", "c", "tok_approved");
    authorize("order-2", "d", "tok_approved");
    capture(authorize("order-2", "e", "tok_approved"), "f", 1999);
    assertThat(anomaly("moreThanOneLiveAuthorization")).containsExactly("order-2");
  }

  private Iterable<Object> anomaly(String name) throws Exception {
    JsonArray orders = partners.client().get("/psp/ledger/summary").json().getJsonObject("anomalies").getJsonArray(name);
    return orders;
  }

  private String capture(String authorization, String key, long amount) throws Exception {
    return partners.client().post("/psp/authorizations/" + authorization + "/captures", key, amount(amount)).json().getString("id");
  }

  private String authorize(String reference, String key, String method) throws Exception {
    return partners.client().post("/psp/authorizations", key, payment(reference, method).encode()).json().getString("id");
  }
}
