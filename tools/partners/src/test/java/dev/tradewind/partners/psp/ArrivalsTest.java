package dev.tradewind.partners.psp;

import static dev.tradewind.partners.Requests.outage;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.partners.RunningPartners;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void a_repeat_is_another_call_for_the_same_operation() throws Exception {
    authorize("key-1");
    authorize("key-1");
    authorize("key-2");

    assertThat(calls()).isEqualTo(counts(3, 2, 0, 0));
  }

  @Test
  void a_question_is_a_call_for_the_operation_it_asks_about() throws Exception {
    partners.client().get("/psp/operations/key-1");
    authorize("key-1");

    assertThat(calls()).isEqualTo(counts(2, 1, 0, 0));
  }

  @Test
  void what_an_outage_refuses_has_arrived() throws Exception {
    authorize("key-1");
    partners.client().post("/psp/outages", outage("refuse", 60));
    assertThatThrownBy(() -> authorize("key-1")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> authorize("key-2")).isInstanceOf(IOException.class);
    partners.client().delete("/psp/outages");
    authorize("key-2");

    assertThat(calls()).isEqualTo(counts(4, 2, 2, 2));
  }

  @Test
  void what_hangs_has_arrived_once_when_it_is_served_at_last() throws Exception {
    partners.client().post("/psp/outages", outage("hang", 60));
    var answer = partners.client().posting("/psp/authorizations", "key-1", payment("order-1", "tok_approved").encode());
    await().until(() -> calls().equals(counts(1, 1, 1, 1)));
    partners.client().delete("/psp/outages");

    assertThat(answer.get().status()).isEqualTo(201);
    assertThat(calls()).isEqualTo(counts(1, 1, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/psp/ledger", "/psp/ledger/summary", "/psp/outages", "/psp/calls", "/health"})
  void looking_is_no_call(String path) throws Exception {
    partners.client().get(path);

    assertThat(calls()).isEqualTo(counts(0, 0, 0, 0));
  }

  @Test
  void a_call_without_a_key_is_one_for_no_operation() throws Exception {
    partners.client().post("/psp/authorizations", payment("order-1", "tok_approved").encode());

    assertThat(calls()).isEqualTo(counts(1, 0, 0, 0));
  }

  private void authorize(String key) throws IOException, InterruptedException {
    partners.client().post("/psp/authorizations", key, payment("order-1", "tok_approved").encode());
  }

  private JsonObject calls() throws IOException, InterruptedException {
    return partners.client().get("/psp/calls").json();
  }

  private static JsonObject counts(int calls, int operations, int callsAway, int operationsAway) {
    return new JsonObject().put("calls", calls).put("operations", operations)
        .put("whileAway", new JsonObject().put("calls", callsAway).put("operations", operationsAway));
  }
}
