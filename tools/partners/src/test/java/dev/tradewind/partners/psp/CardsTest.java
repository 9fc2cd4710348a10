package dev.tradewind.partners.psp;

import static dev.tradewind.partners.Requests.amount;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.partners.Client.Answer;
import dev.tradewind.partners.RunningPartners;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @ParameterizedTest
  @CsvSource({"tok_approved", "tok_slow", "tok_capture_lost_answer", "tok_capture_declined", "tok_refund_error", "tok_approved:customer-7"})
  void these_cards_are_approved(String method) throws Exception {
    var answer = authorize("key", method);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().getString("id")).startsWith("auth_");
    assertThat(answer.json().getString("status")).isEqualTo("approved");
  }

  @ParameterizedTest
  @CsvSource({"tok_declined,card_declined", "tok_insufficient_funds,insufficient_funds", "tok_declined:7,card_declined"})
  void these_cards_are_declined_with_a_reason(String method, String reason) throws Exception {
    var answer = authorize("key", method);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().getString("status")).isEqualTo("declined");
    assertThat(answer.json().getString("reason")).isEqualTo(reason);
    assertThat(kinds()).containsExactly("declined");
  }

  @Test
  void an_unknown_card_is_a_problem_not_a_decline() throws Exception {
    for (var method : List.of("tok_unknown", "approved", "TOK_APPROVED", "tok_approved2:x")) {
      var answer = authorize("key", method);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problem()).isEqualTo("unknown-method");
      assertThat(answer.text()).doesNotContain(method);
    }
    assertThat(kinds()).isEmpty();
  }

  @Test
  void a_slow_card_is_answered_late_and_its_repeat_at_once() throws Exception {
    long before = System.nanoTime();
    authorize("key", "tok_slow");
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(RunningPartners.SLOW.toNanos());
    assertThat(authorize("key", "tok_slow").header("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void a_slow_authorization_can_be_asked_about_before_it_is_answered() throws Exception {
    var answer = partners.client().posting("/psp/authorizations", "key", payment("order-1", "tok_slow").encode());
    await().until(() -> partners.client().get("/psp/operations/key").status() == 200);
    assertThat(answer.get().json().getString("status")).isEqualTo("approved");
  }

  @Test
  void an_error_card_fails_twice_under_each_key_and_does_nothing_before_it_works() throws Exception {
    for (var key : List.of("one", "two")) {
      for (int attempt = 1; attempt <= 2; attempt++) {
        assertThat(authorize(key, "tok_error_500").status()).isEqualTo(500);
        assertThat(partners.client().get("/psp/operations/" + key).status()).isEqualTo(404);
      }
      var third = authorize(key, "tok_error_500");
      assertThat(third.status()).isEqualTo(201);
      assertThat(third.json().getString("status")).isEqualTo("approved");
      assertThat(third.header("Idempotent-Replayed")).isEmpty();
      assertThat(authorize(key, "tok_error_500").header("Idempotent-Replayed")).isEqualTo("true");
    }
    assertThat(kinds()).containsExactly("authorized", "authorized");
  }

  @Test
  void a_lost_answer_is_an_authorization_all_the_same() throws Exception {
    assertThatThrownBy(() -> authorize("key", "tok_lost_answer")).isInstanceOf(IOException.class);
    assertThat(kinds()).containsExactly("authorized");
    assertThat(partners.client().get("/psp/operations/key").json().getString("status")).isEqualTo("approved");

    var repeat = authorize("key", "tok_lost_answer");
    assertThat(repeat.status()).isEqualTo(201);
    assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(kinds()).containsExactly("authorized");
  }

  @Test
  void a_lost_answer_to_a_capture_is_a_capture_all_the_same() throws Exception {
    var captures = "/psp/authorizations/" + authorize("key", "tok_capture_lost_answer").json().getString("id") + "/captures";
    assertThatThrownBy(() -> partners.client().post(captures, "capture", amount(1999))).isInstanceOf(IOException.class);
    assertThat(partners.client().get("/psp/operations/capture").json().getString("status")).isEqualTo("captured");
    assertThat(partners.client().post(captures, "capture", amount(1999)).json().getString("status")).isEqualTo("captured");
    assertThat(kinds()).containsExactly("authorized", "captured");
  }

  @Test
  void a_capture_can_be_declined_and_the_authorization_still_voided() throws Exception {
    var authorization = "/psp/authorizations/" + authorize("key", "tok_capture_declined").json().getString("id");
    var declined = partners.client().post(authorization + "/captures", "capture", amount(1999));
    assertThat(declined.status()).isEqualTo(201);
    assertThat(declined.json().encode()).isEqualTo("{\"status\":\"declined\",\"reason\":\"card_declined\"}");
    assertThat(partners.client().post(authorization + "/voids", "void", "").status()).isEqualTo(201);
    assertThat(kinds()).containsExactly("authorized", "capture_declined", "voided");
  }

  @Test
  void a_refund_can_fail_twice_before_it_works() throws Exception {
    var id = authorize("key", "tok_refund_error").json().getString("id");
    var capture = partners.client().post("/psp/authorizations/" + id + "/captures", "capture", amount(1999)).json().getString("id");
    var refunds = "/psp/captures/" + capture + "/refunds";
    assertThat(partners.client().post(refunds, "refund", amount(1999)).status()).isEqualTo(500);
    assertThat(partners.client().post(refunds, "refund", amount(1999)).status()).isEqualTo(500);
    assertThat(partners.client().post(refunds, "refund", amount(1999)).json().getString("status")).isEqualTo("refunded");
    assertThat(kinds()).containsExactly("authorized", "captured", "refunded");
  }

  private Answer authorize(String key, String method) throws IOException, InterruptedException {
    return partners.client().post("/psp/authorizations", key, payment("order-1", method).encode());
  }

  private List<String> kinds() throws Exception {
    return partners.client().ledger("/psp/ledger").stream().map(entry -> entry.getString("kind")).toList();
  }
}
