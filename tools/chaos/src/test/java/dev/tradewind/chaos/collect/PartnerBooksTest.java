package dev.tradewind.chaos.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tradewind.checker.LedgerEntry;
import dev.tradewind.checker.LedgerEntry.Kind;
import dev.tradewind.checker.Parcel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartnerBooksTest {

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void reads_what_the_provider_did_and_in_which_order() {
    answer("/psp/ledger", 200, """
        {"sequence":1,"reference":"o1","kind":"authorized","amount":500,"currency":"EUR"}
        {"sequence":2,"reference":"o2","kind":"authorized","amount":99999999999}
        {"sequence":3,"reference":"o1","kind":"captured","amount":500}
        {"sequence":4,"reference":"o2","kind":"voided","amount":99999999999}
        {"sequence":5,"reference":"o1","kind":"refunded","amount":500}
        """);

    assertThat(books().ledger()).containsExactly(
        new LedgerEntry("o1", Kind.AUTHORIZED, 500), new LedgerEntry("o2", Kind.AUTHORIZED, 99_999_999_999L),
        new LedgerEntry("o1", Kind.CAPTURED, 500), new LedgerEntry("o2", Kind.VOIDED, 99_999_999_999L),
        new LedgerEntry("o1", Kind.REFUNDED, 500));
  }

  @Test
  void what_the_provider_declined_was_not_done() {
    answer("/psp/ledger", 200, """
        {"reference":"o1","kind":"declined","amount":500}
        {"reference":"o2","kind":"capture_declined","amount":500}
        """);

    assertThat(books().ledger()).isEmpty();
  }

  @Test
  void a_parcel_is_where_its_last_movement_brought_it() {
    answer("/carrier/ledger", 200, """
        {"key":"o1","reference":"o1","kind":"booked"}
        {"key":"o2","reference":"o2","kind":"refused"}
        {"key":"o3","reference":"o3","kind":"booked"}
        {"key":"o1","reference":"o1","kind":"dispatched"}
        {"key":"o3","reference":"o3","kind":"cancelled"}
        {"key":"o1","reference":"o1","kind":"delivered"}
        """);

    assertThat(books().parcels()).containsExactly(
        new Parcel("o1", Parcel.Status.DELIVERED), new Parcel("o2", Parcel.Status.REFUSED), new Parcel("o3", Parcel.Status.CANCELLED));
  }

  @Test
  void two_shipments_of_one_order_are_two_parcels() {
    answer("/carrier/ledger", 200, """
        {"key":"k1","reference":"o1","kind":"booked"}
        {"key":"k2","reference":"o1","kind":"booked"}
        """);

    assertThat(books().parcels()).hasSize(2);
  }

  @Test
  void a_cancellation_before_any_booking_is_no_parcel() {
    answer("/carrier/ledger", 200, "{\"key\":\"o1\",\"kind\":\"cancelled\"}\n");

    assertThat(books().parcels()).isEmpty();
  }

  @Test
  void a_book_that_cannot_be_read_is_no_empty_book() {
    answer("/psp/ledger", 503, "");

    assertThatIllegalStateException().isThrownBy(() -> books().ledger()).withMessageContaining("answered 503 where 200 was expected");
  }

  @Test
  void an_unknown_kind_is_not_passed_over() {
    answer("/psp/ledger", 200, "{\"reference\":\"o1\",\"kind\":\"charged_back\",\"amount\":1}\n");

    assertThatThrownBy(() -> books().ledger()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void partners_that_do_not_answer_are_named() {
    var books = books();
    server.stop(0);

    assertThatThrownBy(books::ledger).isInstanceOf(UncheckedIOException.class).hasMessageContaining("/psp/ledger cannot be read");
  }

  private PartnerBooks books() {
    return new PartnerBooks(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), HttpClient.newHttpClient());
  }

  private void answer(String path, int status, String lines) {
    server.createContext(path, exchange -> {
      var body = lines.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
  }
}
