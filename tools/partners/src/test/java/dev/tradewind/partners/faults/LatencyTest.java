package dev.tradewind.partners.faults;

import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.partners.RunningPartners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void a_range_or_one_number_of_milliseconds_is_understood() {
    assertThat(Latency.parse("2-5")).isEqualTo(new Latency(2, 5));
    assertThat(Latency.parse("3")).isEqualTo(new Latency(3, 3));
    assertThat(Latency.parse("0")).isEqualTo(Latency.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "-1", "5-2", "1-2-3", "60001", "999999"})
  void anything_else_is_refused_with_an_explanation(String text) {
    assertThatThrownBy(() -> Latency.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("latency must be");
  }

  @Test
  void every_call_takes_at_least_as_long_as_was_set() throws Exception {
    var set = partners.client().put("/latency", "{\"fromMs\":150,\"toMs\":200}");
    assertThat(set.status()).isEqualTo(200);
    assertThat(partners.client().get("/latency").text()).isEqualTo("{\"fromMs\":150,\"toMs\":200}");
    long before = System.nanoTime();
    assertThat(partners.client().post("/psp/authorizations", "key", payment("order-1", "tok_approved").encode()).status()).isEqualTo(201);
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(150_000_000);
  }

  @Test
  void a_range_that_ends_before_it_begins_is_refused() throws Exception {
    var refused = partners.client().put("/latency", "{\"fromMs\":5,\"toMs\":2}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().getString("field")).isEqualTo("toMs");
    assertThat(partners.client().put("/latency", "{\"fromMs\":-1,\"toMs\":2}").json().getString("field")).isEqualTo("fromMs");
    assertThat(partners.client().get("/latency").text()).isEqualTo("{\"fromMs\":0,\"toMs\":0}");
  }
}
