package dev.tradewind.partners.psp;

import static dev.tradewind.partners.Requests.amount;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.partners.Client.Answer;
import dev.tradewind.partners.RunningPartners;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void the_same_key_and_body_replays_the_answer_and_says_so() throws Exception {
    var first = authorize("key", payment("order-1", "tok_approved").encode());
    var again = authorize("key", payment("order-1", "tok_approved").encode());
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void a_decline_is_replayed_too() throws Exception {
    var first = authorize("key", payment("order-1", "tok_declined").encode());
    assertThat(authorize("key", payment("order-1", "tok_declined").encode()).text()).isEqualTo(first.text());
    assertThat(partners.client().ledger("/psp/ledger")).hasSize(1);
  }

  @Test
  void the_same_body_written_differently_is_the_same_body() throws Exception {
    var first = authorize("key", "{\"reference\":\"o\",\"amount\":5,\"currency\":\"EUR\",\"method\":\"tok_approved\"}");
    var again = authorize("key", "{ \"method\":\"tok_approved\", \"currency\":\"EUR\", \"amount\":5, \"reference\":\"o\" }");
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void the_same_key_with_any_other_field_is_refused() throws Exception {
    authorize("key", payment("order-1", "tok_approved").encode());
    for (var other : List.of(
        payment("order-2", "tok_approved"), payment("order-1", "tok_approved:2"),
        payment("order-1", "tok_approved").put("amount", 2000), payment("order-1", "tok_approved").put("currency", "USD"))) {
      var refused = authorize("key", other.encode());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.problem()).isEqualTo("key-reused");
    }
    assertThat(partners.client().ledger("/psp/ledger")).hasSize(1);
  }

  @Test
  void the_same_key_for_another_kind_of_operation_is_refused() throws Exception {
    var id = authorize("key", payment("order-1", "tok_approved").encode()).json().getString("id");
    assertThat(partners.client().post("/psp/authorizations/" + id + "/captures", "key", amount(1999)).problem()).isEqualTo("key-reused");
    assertThat(partners.client().post("/psp/authorizations/" + id + "/voids", "key", "").problem()).isEqualTo("key-reused");
  }

  @Test
  void a_capture_is_replayed_even_after_its_authorization_moved_on() throws Exception {
    var id = authorize("key", payment("order-1", "tok_approved").encode()).json().getString("id");
    var first = partners.client().post("/psp/authorizations/" + id + "/captures", "capture", amount(1999));
    partners.client().post("/psp/captures/" + first.json().getString("id") + "/refunds", "refund", amount(1999));
    var again = partners.client().post("/psp/authorizations/" + id + "/captures", "capture", amount(1999));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void of_many_at_once_under_one_key_one_does_the_work_and_all_get_its_answer() throws Exception {
    for (var method : List.of("tok_approved", "tok_slow")) {
      var answers = IntStream.range(0, 40)
          .mapToObj(i -> partners.client().posting("/psp/authorizations", method, payment(method, method).encode()))
          .toList().stream().map(CompletableFuture::join).toList();
      assertThat(answers).extracting(Answer::status).containsOnly(201);
      assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.header("Idempotent-Replayed").isEmpty())).hasSize(1);
      assertThat(partners.client().ledger("/psp/ledger?reference=" + method)).hasSize(1);
    }
  }

  private Answer authorize(String key, String body) throws Exception {
    return partners.client().post("/psp/authorizations", key, body);
  }
}
