package dev.tradewind.partners.http;

import static dev.tradewind.partners.Requests.amount;
import static dev.tradewind.partners.Requests.booking;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.partners.Client;
import dev.tradewind.partners.Client.Answer;
import dev.tradewind.partners.RunningPartners;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @AfterEach
  void nothing_was_done() throws Exception {
    assertThat(client().ledger("/psp/ledger")).isEmpty();
    assertThat(client().ledger("/carrier/ledger")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "1", "null", "\"text\"", "{\"amount\":1} {}", "{'amount':1}"})
  void what_is_not_a_json_object_is_malformed(String body) throws Exception {
    assertThat(authorize(body).status()).isEqualTo(400);
    assertThat(authorize(body).problem()).isEqualTo("malformed-json");
    assertThat(client().put("/carrier/shipments/key", body).problem()).isEqualTo("malformed-json");
    assertThat(client().post("/psp/outages", body).problem()).isEqualTo("malformed-json");
    assertThat(client().put("/latency", body).problem()).isEqualTo("malformed-json");
  }

  @Test
  void a_malformed_body_is_not_quoted_back() throws Exception {
    assertThat(authorize("{\"method\":\"tok_approved:secret\",").text()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "amount", "currency", "method"})
  void each_field_of_a_payment_is_required(String field) throws Exception {
    var payment = payment("order-1", "tok_approved");
    payment.remove(field);
    invalid(authorize(payment.encode()), field, "is required");
    invalid(authorize(payment.putNull(field).encode()), field, "is required");
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "1.5", "1.0", "1e3", "1000000000000", "99999999999999999999", "'\"5\"'", "true", "[]", "{}"})
  void an_amount_is_a_whole_number_of_minor_units(String amount) throws Exception {
    var body = payment("order-1", "tok_approved").encode().replace("1999", amount);
    invalid(authorize(body), "amount", "must be a whole number from 1 to 999999999999");
    invalid(client().post("/psp/authorizations/auth_1/captures", "key", "{\"amount\":" + amount + "}"),
        "amount", "must be a whole number from 1 to 999999999999");
    invalid(client().post("/psp/captures/cap_1/refunds", "key", "{\"amount\":" + amount + "}"),
        "amount", "must be a whole number from 1 to 999999999999");
  }

  @ParameterizedTest
  @CsvSource({"eur", "EURO", "ZZZ", "E"})
  void a_currency_is_a_code_that_exists(String currency) throws Exception {
    var problem = authorize(payment("order-1", "tok_approved").put("currency", currency).encode());
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.json().getString("field")).isEqualTo("currency");
  }

  @Test
  void a_reference_is_a_text_of_some_length() throws Exception {
    for (Object reference : new Object[] {"", "  ", 7, "x".repeat(256), "a\u0000b"}) {
      invalid(authorize(payment("order-1", "tok_approved").put("reference", reference).encode()),
          "reference", "must be a text of 1 to 255 printable characters");
    }
  }

  @Test
  void an_unknown_field_is_named() throws Exception {
    unknown(authorize(payment("order-1", "tok_approved").put("amout", 1).encode()), "amout");
    unknown(client().post("/psp/authorizations/auth_1/captures", "key", "{\"amount\":1,\"currency\":\"EUR\"}"), "currency");
    unknown(client().post("/psp/authorizations/auth_1/voids", "key", amount(1)), "amount");
    unknown(client().post("/carrier/shipments/key/handover", amount(1)), "amount");
    var deep = booking("order-1", "Hamburg");
    deep.getJsonObject("shipTo").put("planet", "Earth");
    unknown(client().put("/carrier/shipments/key", deep.encode()), "shipTo.planet");
    var parcel = booking("order-1", "Hamburg");
    parcel.getJsonArray("parcels").getJsonObject(0).put("weight", 1);
    unknown(client().put("/carrier/shipments/key", parcel.encode()), "parcels[0].weight");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "street", "city", "postalCode", "country"})
  void each_field_of_an_address_is_required(String field) throws Exception {
    var booking = booking("order-1", "Hamburg");
    booking.getJsonObject("shipTo").remove(field);
    invalid(client().put("/carrier/shipments/key", booking.encode()), "shipTo." + field, "is required");
  }

  @Test
  void a_country_is_a_code_that_exists() throws Exception {
    var booking = booking("order-1", "Hamburg");
    booking.getJsonObject("shipTo").put("country", "ZZ");
    invalid(client().put("/carrier/shipments/key", booking.encode()), "shipTo.country", "must be an ISO 3166 code such as DE");
  }

  @Test
  void a_booking_has_parcels_with_something_in_them() throws Exception {
    parcels(new JsonArray(), "parcels", "must be a list of 1 to 500 objects");
    parcels("none", "parcels", "must be a list of 1 to 500 objects");
    parcels(new JsonArray().add(1), "parcels[0]", "must be an object");
    for (var quantity : new Object[] {0, -1, 1_000_001, 1.5}) {
      parcels(new JsonArray().add(new JsonObject().put("sku", "SKU-1").put("quantity", quantity)),
          "parcels[0].quantity", "must be a whole number from 1 to 1000000");
    }
    invalid(client().put("/carrier/shipments/key", booking("order-1", "Hamburg").put("shipTo", "home").encode()), "shipTo", "must be an object");
  }

  @Test
  void every_operation_of_the_provider_needs_a_key() throws Exception {
    for (var path : new String[] {"/psp/authorizations", "/psp/authorizations/a/captures", "/psp/authorizations/a/voids", "/psp/captures/c/refunds"}) {
      var missing = client().post(path, payment("order-1", "tok_approved").encode());
      assertThat(missing.status()).isEqualTo(400);
      assertThat(missing.problem()).isEqualTo("missing-idempotency-key");
      assertThat(missing.json().getString("field")).isEqualTo("Idempotency-Key");
      assertThat(client().post(path, "  ", "{}").problem()).isEqualTo("missing-idempotency-key");
    }
  }

  @Test
  void a_key_has_a_limit() throws Exception {
    assertThat(client().post("/psp/authorizations", "k".repeat(256), payment("order-1", "tok_approved").encode()).problem()).isEqualTo("invalid-key");
    assertThat(client().put("/carrier/shipments/" + "k".repeat(256), booking("order-1", "Hamburg").encode()).problem()).isEqualTo("invalid-key");
    assertThat(client().delete("/carrier/shipments/%C3%A4").problem()).isEqualTo("invalid-key");
  }

  @Test
  void a_large_body_is_not_read() throws Exception {
    var large = payment("x".repeat(1_000_000), "tok_approved").encode();
    for (var answer : new Answer[] {authorize(large), client().put("/carrier/shipments/key", large), client().post("/psp/outages", large)}) {
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.problem()).isEqualTo("body-too-large");
    }
  }

  @Test
  void a_deeply_nested_body_is_malformed() throws Exception {
    assertThat(authorize("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}").status()).isEqualTo(400);
  }

  @Test
  void what_is_not_served_is_a_problem_too() throws Exception {
    assertThat(client().get("/psp/nothing").problem()).isEqualTo("unknown-path");
    assertThat(client().get("/nothing").status()).isEqualTo(404);
    assertThat(client().delete("/psp/authorizations").problem()).isEqualTo("method-not-allowed");
    assertThat(client().delete("/psp/authorizations").status()).isEqualTo(405);
  }

  private void parcels(Object parcels, String field, String rule) throws Exception {
    invalid(client().put("/carrier/shipments/key", booking("order-1", "Hamburg").put("parcels", parcels).encode()), field, rule);
  }

  private static void invalid(Answer answer, String field, String rule) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(answer.json().getString("field")).isEqualTo(field);
    assertThat(answer.json().getString("rule")).isEqualTo(rule);
    assertThat(answer.json().getString("detail")).isEqualTo(field + " " + rule);
  }

  private static void unknown(Answer answer, String field) {
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("unknown-field");
    assertThat(answer.json().getString("field")).isEqualTo(field);
  }

  private Answer authorize(String body) throws Exception {
    return client().post("/psp/authorizations", "key", body);
  }

  private Client client() {
    return partners.client();
  }
}
