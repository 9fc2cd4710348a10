package dev.tradewind.orders.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tradewind.core.wire.Json;
import dev.tradewind.orders.api.PlaceOrder.Line;
import org.junit.jupiter.api.Test;

/** Two requests are the same when they ask for the same. */
class FingerprintTest {

  @Test
  void the_same_request_has_the_same_fingerprint() {
    assertThat(Fingerprint.of(Requests.GOOD)).isEqualTo(Fingerprint.of(Requests.lines(Requests.SHIRTS, new Line("MUG", 1, 850))));
  }

  @Test
  void it_will_still_be_the_same_in_a_year() {
    assertThat(Fingerprint.of(Requests.GOOD)).isEqualTo("54naVmzqmNZuueivz6Nltg");
  }

  @Test
  void spaces_and_the_order_of_fields_do_not_count() throws JsonProcessingException {
    var turned = """
        {"shipTo":{"country":"DE","postalCode":"28195","city":"Bremen","street":"1 Harbour Street","name":"Recipient"},
         "paymentMethod":"tok_secret_4242","lines":[{"unitPrice":1999,"quantity":2,"sku":"SHIRT"},
         {"quantity":1,"sku":"MUG","unitPrice":850}],"currency":"EUR","customerId":"c-1"}""";
    assertThat(Fingerprint.of(Json.mapper().readValue(turned, PlaceOrder.class))).isEqualTo(Fingerprint.of(Requests.GOOD));
  }

  @Test
  void everything_that_is_asked_for_counts() {
    var good = Requests.GOOD;
    assertThat(new PlaceOrder[] {
      good,
      new PlaceOrder("c-2", good.currency(), good.lines(), good.paymentMethod(), good.shipTo()),
      new PlaceOrder(good.customerId(), "USD", good.lines(), good.paymentMethod(), good.shipTo()),
      new PlaceOrder(good.customerId(), good.currency(), good.lines().reversed(), good.paymentMethod(), good.shipTo()),
      new PlaceOrder(good.customerId(), good.currency(), good.lines(), "tok_other", good.shipTo()),
      new PlaceOrder(good.customerId(), good.currency(), good.lines(), good.paymentMethod(),
          new PlaceOrder.ShipTo("Recipient", "2 Harbour Street", "Bremen", "28195", "DE")),
      Requests.lines(new Line("SHIRT", 3, 1999), new Line("MUG", 1, 850)),
      Requests.lines(new Line("SHIRT", 2, 1998), new Line("MUG", 1, 850))
    }).extracting(Fingerprint::of).doesNotHaveDuplicates();
  }

  @Test
  void it_gives_nothing_of_the_request_away() {
    assertThat(Fingerprint.of(Requests.GOOD)).hasSize(22).matches("[A-Za-z0-9_-]+").doesNotContain(Requests.CARD);
  }

  @Test
  void what_cannot_be_written_cannot_be_fingerprinted() {
    assertThatThrownBy(() -> Fingerprint.of(new Endless())).isInstanceOf(IllegalStateException.class).hasMessage("cannot fingerprint a Endless");
  }

  /** Holds itself. */
  public static final class Endless {
    public Endless getSelf() {
      return this;
    }
  }
}
