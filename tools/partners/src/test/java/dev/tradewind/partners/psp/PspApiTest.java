package dev.tradewind.partners.psp;

import static dev.tradewind.partners.Requests.amount;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.partners.Client;
import dev.tradewind.partners.Client.Answer;
import dev.tradewind.partners.RunningPartners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PspApiTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void an_authorization_is_captured_and_refunded_in_parts() throws Exception {
    var id = authorized("tok_approved");

    var captured = post("/psp/authorizations/" + id + "/captures", "capture", amount(1500));
    assertThat(captured.status()).isEqualTo(201);
    assertThat(captured.json().getString("status")).isEqualTo("captured");
    var capture = captured.json().getString("id");
    assertThat(capture).startsWith("cap_");

    var refunded = post("/psp/captures/" + capture + "/refunds", "refund-1", amount(500));
    assertThat(refunded.status()).isEqualTo(201);
    assertThat(refunded.json().getString("status")).isEqualTo("refunded");
    assertThat(refunded.json().getString("id")).startsWith("ref_");
    assertThat(post("/psp/captures/" + capture + "/refunds", "refund-2", amount(1000)).status()).isEqualTo(201);
  }

  @Test
  void an_authorization_is_voided() throws Exception {
    var voided = post("/psp/authorizations/" + authorized("tok_approved") + "/voids", "void", "");
    assertThat(voided.status()).isEqualTo(201);
    assertThat(voided.json().encode()).isEqualTo("{\"status\":\"voided\"}");
  }

  @Test
  void an_empty_object_is_as_good_as_no_body_for_a_void() throws Exception {
    assertThat(post("/psp/authorizations/" + authorized("tok_approved") + "/voids", "void", "{}").status()).isEqualTo(201);
  }

  @Test
  void a_voided_authorization_is_not_captured() throws Exception {
    var id = authorized("tok_approved");
    post("/psp/authorizations/" + id + "/voids", "void", "");
    refused(post("/psp/authorizations/" + id + "/captures", "capture", amount(1)), 409, "authorization-voided");
  }

  @Test
  void a_voided_authorization_is_not_voided_under_another_key() throws Exception {
    var id = authorized("tok_approved");
    post("/psp/authorizations/" + id + "/voids", "void", "");
    refused(post("/psp/authorizations/" + id + "/voids", "void-again", ""), 409, "already-voided");
    assertThat(post("/psp/authorizations/" + id + "/voids", "void", "").json().getString("status")).isEqualTo("voided");
  }

  @Test
  void a_captured_authorization_is_neither_captured_again_nor_voided() throws Exception {
    var id = authorized("tok_approved");
    post("/psp/authorizations/" + id + "/captures", "capture", amount(1));
    refused(post("/psp/authorizations/" + id + "/captures", "capture-again", amount(1)), 409, "already-captured");
    refused(post("/psp/authorizations/" + id + "/voids", "void", ""), 409, "authorization-captured");
  }

  @Test
  void a_declined_authorization_is_neither_captured_nor_voided() throws Exception {
    var id = post("/psp/authorizations", "declined", payment("order-1", "tok_declined").encode()).json().getString("id");
    refused(post("/psp/authorizations/" + id + "/captures", "capture", amount(1)), 409, "authorization-declined");
    refused(post("/psp/authorizations/" + id + "/voids", "void", ""), 409, "authorization-declined");
  }

  @Test
  void nothing_is_done_to_what_the_provider_does_not_know() throws Exception {
    refused(post("/psp/authorizations/auth_none/captures", "a", amount(1)), 404, "unknown-authorization");
    refused(post("/psp/authorizations/auth_none/voids", "b", ""), 404, "unknown-authorization");
    refused(post("/psp/captures/cap_none/refunds", "c", amount(1)), 404, "unknown-capture");
  }

  @Test
  void no_more_is_captured_than_was_authorized() throws Exception {
    var refused = post("/psp/authorizations/" + authorized("tok_approved") + "/captures", "capture", amount(2000));
    refused(refused, 422, "amount-too-large");
    assertThat(refused.json().getString("field")).isEqualTo("amount");
    assertThat(refused.json().getString("rule")).startsWith("must be at most 1999");
  }

  @Test
  void no_more_is_refunded_than_is_left_of_the_capture() throws Exception {
    var id = authorized("tok_approved");
    var capture = post("/psp/authorizations/" + id + "/captures", "capture", amount(1000)).json().getString("id");
    post("/psp/captures/" + capture + "/refunds", "refund-1", amount(600));
    var refused = post("/psp/captures/" + capture + "/refunds", "refund-2", amount(401));
    refused(refused, 422, "amount-too-large");
    assertThat(refused.json().getString("rule")).startsWith("must be at most 400");
  }

  @Test
  void it_tells_what_happened_under_a_key() throws Exception {
    var id = post("/psp/authorizations", "order/1 #2", payment("order-1", "tok_approved").encode()).json().getString("id");
    var told = client().get("/psp/operations/" + Client.encoded("order/1 #2").replace("+", "%20")).json();
    assertThat(told.getString("key")).isEqualTo("order/1 #2");
    assertThat(told.getString("kind")).isEqualTo("authorization");
    assertThat(told.getString("status")).isEqualTo("approved");
    assertThat(told.getJsonObject("answer").getString("id")).isEqualTo(id);
  }

  @Test
  void it_tells_of_each_kind_of_operation() throws Exception {
    var id = authorized("tok_approved");
    var capture = post("/psp/authorizations/" + id + "/captures", "capture", amount(1999)).json().getString("id");
    post("/psp/captures/" + capture + "/refunds", "refund", amount(1999));
    post("/psp/authorizations/" + authorized("tok_approved:2") + "/voids", "void", "");
    assertThat(kindAndStatus("capture")).isEqualTo("capture captured");
    assertThat(kindAndStatus("refund")).isEqualTo("refund refunded");
    assertThat(kindAndStatus("void")).isEqualTo("void voided");
  }

  @Test
  void a_refused_request_leaves_nothing_under_its_key() throws Exception {
    post("/psp/captures/cap_none/refunds", "refund", amount(1));
    refused(client().get("/psp/operations/refund"), 404, "unknown-operation");
  }

  private String kindAndStatus(String key) throws Exception {
    var told = client().get("/psp/operations/" + key).json();
    return told.getString("kind") + " " + told.getString("status");
  }

  private String authorized(String method) throws Exception {
    var answer = post("/psp/authorizations", "authorize " + method, payment("order-1", method).encode());
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().getString("status")).isEqualTo("approved");
    return answer.json().getString("id");
  }

  private static void refused(Answer answer, int status, String problem) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().getInteger("status")).isEqualTo(status);
  }

  private Answer post(String path, String key, String body) throws Exception {
    return client().post(path, key, body);
  }

  private Client client() {
    return partners.client();
  }
}
