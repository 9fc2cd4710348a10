package dev.tradewind.partners.faults;

import static dev.tradewind.partners.Requests.booking;
import static dev.tradewind.partners.Requests.outage;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.partners.Client;
import dev.tradewind.partners.Client.Answer;
import dev.tradewind.partners.RunningPartners;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @ParameterizedTest
  @ValueSource(strings = {"psp", "carrier"})
  void refusing_closes_the_connection_and_does_nothing(String partner) throws Exception {
    begin(partner, "refuse");
    assertThatThrownBy(() -> ask(partner)).isInstanceOf(IOException.class);
    assertThat(client().ledger("/" + partner + "/ledger")).isEmpty();
    end(partner);
    assertThat(ask(partner).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"psp", "carrier"})
  void an_error_says_when_to_come_back_and_does_nothing(String partner) throws Exception {
    begin(partner, "error");
    var answer = ask(partner);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("outage");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    assertThat(client().ledger("/" + partner + "/ledger")).isEmpty();
    end(partner);
    assertThat(ask(partner).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"psp", "carrier"})
  void losing_does_what_was_asked_and_closes_the_connection(String partner) throws Exception {
    begin(partner, "lost");
    assertThatThrownBy(() -> ask(partner)).isInstanceOf(IOException.class);
    assertThat(client().ledger("/" + partner + "/ledger")).hasSize(1);
    end(partner);
    assertThat(ask(partner).status()).isIn(200, 201);
    assertThat(client().ledger("/" + partner + "/ledger")).hasSize(1);
  }

  @Test
  void a_refusal_is_lost_like_any_answer() throws Exception {
    begin("psp", "lost");
    assertThatThrownBy(() -> client().post("/psp/authorizations/none/voids", "key", "")).isInstanceOf(IOException.class);
  }

  @Test
  void a_client_that_hangs_is_served_when_the_outage_ends() throws Exception {
    begin("psp", "hang");
    var answer = client().posting("/psp/authorizations", "key", payment("order-1", "tok_approved").encode());
    await().until(() -> waiting("psp") == 1);
    assertThat(answer).isNotDone();
    assertThat(client().ledger("/psp/ledger")).isEmpty();
    end("psp");
    assertThat(answer.get().status()).isEqualTo(201);
    assertThat(waiting("psp")).isZero();
    assertThat(client().ledger("/psp/ledger")).hasSize(1);
  }

  @Test
  void nothing_is_done_for_a_client_that_hung_up() throws Exception {
    begin("carrier", "hang");
    var body = booking("order-1", "Hamburg").encode();
    var address = URI.create(partners.url());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      var request = "PUT /carrier/shipments/key HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      await().until(() -> waiting("carrier") == 1);
    }
    await().until(() -> waiting("carrier") == 0);
    end("carrier");
    assertThat(ask("carrier").status()).isEqualTo(201);
    assertThat(client().ledger("/carrier/ledger")).hasSize(1);
  }

  @Test
  void who_hangs_when_another_outage_begins_meets_that_one() throws Exception {
    begin("psp", "hang");
    var answer = client().posting("/psp/authorizations", "key", payment("order-1", "tok_approved").encode());
    await().until(() -> waiting("psp") == 1);
    begin("psp", "error");
    assertThat(answer.get().status()).isEqualTo(503);
  }

  @Test
  void an_outage_ends_by_itself() throws Exception {
    assertThat(client().post("/psp/outages", outage("error", 1)).status()).isEqualTo(201);
    assertThat(ask("psp").status()).isEqualTo(503);
    await().until(() -> !client().get("/psp/outages").json().getBoolean("active"));
    assertThat(ask("psp").status()).isEqualTo(201);
  }

  @Test
  void a_hanging_client_is_served_when_the_window_is_over() throws Exception {
    client().post("/psp/outages", outage("hang", 1));
    assertThat(ask("psp").status()).isEqualTo(201);
  }

  @Test
  void a_longer_outage_replaces_a_shorter_one_for_good() throws Exception {
    client().post("/psp/outages", outage("error", 1));
    client().post("/psp/outages", outage("error", 60));
    client().post("/carrier/outages", outage("error", 1));
    await().until(() -> !client().get("/carrier/outages").json().getBoolean("active"));
    assertThat(client().get("/psp/outages").json().getBoolean("active")).isTrue();
  }

  @Test
  void one_partner_is_away_alone() throws Exception {
    begin("psp", "error");
    assertThat(ask("carrier").status()).isEqualTo(201);
    end("psp");
    begin("carrier", "error");
    assertThat(ask("psp").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"psp,refuse", "psp,error", "psp,hang", "psp,lost", "carrier,refuse", "carrier,error", "carrier,hang", "carrier,lost"})
  void books_and_controls_stay_up_in_any_outage(String partner, String mode) throws Exception {
    begin(partner, mode);
    assertThat(client().get("/health").status()).isEqualTo(200);
    assertThat(client().get("/latency").status()).isEqualTo(200);
    assertThat(client().get("/" + partner + "/ledger").status()).isEqualTo(200);
    assertThat(client().get("/" + partner + "/ledger/summary").status()).isEqualTo(200);
    var shown = client().get("/" + partner + "/outages").json();
    assertThat(shown.getBoolean("active")).isTrue();
    assertThat(shown.getString("mode")).isEqualTo(mode);
    assertThat(Instant.parse(shown.getString("until"))).isAfter(Instant.now());
  }

  @ParameterizedTest
  @CsvSource({"psp,/psp/operations/key", "carrier,/carrier/shipments/key"})
  void asking_is_down_as_well(String partner, String path) throws Exception {
    begin(partner, "error");
    assertThat(client().get(path).status()).isEqualTo(503);
    begin(partner, "lost");
    assertThatThrownBy(() -> client().get(path)).isInstanceOf(IOException.class);
  }

  @Test
  void an_outage_that_makes_no_sense_is_refused() throws Exception {
    assertThat(client().post("/psp/outages", outage("melt", 60)).json().getString("rule"))
        .isEqualTo("must be one of [refuse, error, hang, lost]");
    assertThat(client().post("/psp/outages", outage("error", 0)).json().getString("field")).isEqualTo("seconds");
    assertThat(client().post("/psp/outages", outage("error", 86_401)).json().getString("field")).isEqualTo("seconds");
    assertThat(client().post("/psp/outages", "{\"mode\":\"error\"}").json().getString("field")).isEqualTo("seconds");
    assertThat(client().get("/psp/outages").json().getBoolean("active")).isFalse();
  }

  @Test
  void ending_what_is_not_is_no_error() throws Exception {
    assertThat(client().delete("/psp/outages").status()).isEqualTo(200);
  }

  private Answer ask(String partner) throws IOException, InterruptedException {
    return partner.equals("psp")
        ? client().post("/psp/authorizations", "key", payment("order-1", "tok_approved").encode())
        : client().put("/carrier/shipments/key", booking("order-1", "Hamburg").encode());
  }

  private int waiting(String partner) throws Exception {
    return client().get("/" + partner + "/outages").json().getInteger("waiting");
  }

  private void begin(String partner, String mode) throws Exception {
    assertThat(client().post("/" + partner + "/outages", outage(mode, 60)).status()).isEqualTo(201);
  }

  private void end(String partner) throws Exception {
    assertThat(client().delete("/" + partner + "/outages").json().getBoolean("active")).isFalse();
  }

  private Client client() {
    return partners.client();
  }
}
