package dev.tradewind.partners;

import static dev.tradewind.partners.Requests.amount;
import static dev.tradewind.partners.Requests.booking;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

  /** What a test does with partners while they run. */
  interface Use {
    void with(Client client) throws Exception;
  }

  @TempDir
  Path directory;

  @Test
  void what_the_provider_did_survives_and_is_still_not_done_twice() throws Exception {
    var told = new String[3];
    run(client -> {
      told[0] = client.post("/psp/authorizations", "a", payment("order-1", "tok_approved:1").encode()).text();
      told[1] = client.post(captures(told[0]), "c", amount(1999)).text();
      told[2] = client.get("/psp/ledger").text();
    });
    run(client -> {
      assertThat(client.get("/psp/ledger").text()).isEqualTo(told[2]);
      var again = client.post("/psp/authorizations", "a", payment("order-1", "tok_approved:1").encode());
      assertThat(again.text()).isEqualTo(told[0]);
      assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
      assertThat(client.post("/psp/authorizations", "a", payment("order-1", "tok_approved:2").encode()).problem()).isEqualTo("key-reused");
      assertThat(client.post(captures(told[0]), "c", amount(1999)).text()).isEqualTo(told[1]);
      assertThat(client.post(captures(told[0]), "c2", amount(1999)).problem()).isEqualTo("already-captured");
      assertThat(client.post("/psp/authorizations", "b", payment("order-2", "tok_declined").encode()).status()).isEqualTo(201);
    });
    run(client -> assertThat(client.ledger("/psp/ledger")).extracting(entry -> entry.getInteger("sequence")).containsExactly(1, 2, 3));
  }

  @Test
  void a_card_behaves_as_before_and_a_lost_answer_is_not_lost_again() throws Exception {
    var id = new String[1];
    run(client -> {
      id[0] = client.post("/psp/authorizations", "a", payment("order-1", "tok_capture_declined").encode()).text();
      assertThatThrownBy(() -> client.post("/psp/authorizations", "lost", payment("order-2", "tok_lost_answer").encode()))
          .isInstanceOf(IOException.class);
    });
    run(client -> {
      assertThat(client.post(captures(id[0]), "c", amount(1999)).json().getString("status")).isEqualTo("declined");
      assertThat(client.post("/psp/authorizations", "lost", payment("order-2", "tok_lost_answer").encode()).status()).isEqualTo(201);
    });
  }

  @Test
  void what_the_carrier_did_survives_with_refusals_and_tombstones() throws Exception {
    var booked = new String[1];
    var far = booking("order-2", "Hamburg");
    far.getJsonObject("shipTo").put("country", "XX");
    run(client -> {
      booked[0] = client.put("/carrier/shipments/one", booking("order-1", "Hamburg").encode()).text();
      client.post("/carrier/shipments/one/handover", "");
      client.put("/carrier/shipments/two", far.encode());
      client.delete("/carrier/shipments/three");
    });
    run(client -> {
      assertThat(client.put("/carrier/shipments/one", booking("order-1", "Hamburg").encode()).text()).isEqualTo(booked[0]);
      assertThat(client.delete("/carrier/shipments/one").problem()).isEqualTo("already-dispatched");
      assertThat(client.put("/carrier/shipments/two", far.encode()).problem()).isEqualTo("shipment-refused");
      assertThat(client.put("/carrier/shipments/three", booking("order-3", "Hamburg").encode()).problem()).isEqualTo("shipment-cancelled");
      assertThat(client.get("/carrier/shipments?reference=order-1").json().getJsonArray("shipments")).hasSize(1);
    });
  }

  @Test
  void no_file_holds_a_payment_method_or_an_address() throws Exception {
    run(client -> {
      client.post("/psp/authorizations", "a", payment("order-1", "tok_approved:4242").encode());
      client.put("/carrier/shipments/one", booking("order-1", "Hamburg").encode());
    });
    var kept = Files.readString(directory.resolve("psp.ndjson")) + Files.readString(directory.resolve("carrier.ndjson"));
    assertThat(kept).contains("order-1").doesNotContain("tok_", "4242", "Hamburg", "Harbour", "receiver", "20457");
  }

  @Test
  void without_a_directory_a_restart_forgets() throws Exception {
    for (int run = 1; run <= 2; run++) {
      try (var partners = Partners.start(RunningPartners.settings(Optional.empty())); var client = new Client(partners.url())) {
        assertThat(client.post("/psp/authorizations", "a", payment("order-1", "tok_approved").encode()).header("Idempotent-Replayed")).isEmpty();
      }
    }
  }

  @Test
  void two_processes_do_not_share_a_directory() throws Exception {
    run(client -> assertThatThrownBy(() -> Partners.start(RunningPartners.settings(Optional.of(directory))))
        .isInstanceOf(IOException.class).hasMessageContaining("is held by another process"));
  }

  private void run(Use use) throws Exception {
    try (var partners = Partners.start(RunningPartners.settings(Optional.of(directory))); var client = new Client(partners.url())) {
      use.with(client);
    }
  }

  private static String captures(String authorization) {
    return "/psp/authorizations/" + new JsonObject(authorization).getString("id") + "/captures";
  }
}
