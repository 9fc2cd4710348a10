package dev.tradewind.partners.carrier;

import static dev.tradewind.partners.Requests.booking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.partners.Client.Answer;
import dev.tradewind.partners.RunningPartners;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CitiesTest {

  @RegisterExtension
  final RunningPartners partners = new RunningPartners();

  @Test
  void a_booking_to_slowville_is_answered_late_and_its_repeat_at_once() throws Exception {
    long before = System.nanoTime();
    assertThat(book("key", "Slowville").status()).isEqualTo(201);
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(RunningPartners.SLOW.toNanos());
    assertThat(book("key", "Slowville").status()).isEqualTo(200);
  }

  @Test
  void a_booking_to_lostville_is_made_but_its_answer_is_lost_once() throws Exception {
    assertThatThrownBy(() -> book("key", "Lostville")).isInstanceOf(IOException.class);
    assertThat(partners.client().get("/carrier/shipments/key").json().getString("status")).isEqualTo("booked");
    assertThat(book("key", "Lostville").status()).isEqualTo(200);
    assertThat(partners.client().ledger("/carrier/ledger")).hasSize(1);
  }

  @Test
  void a_booking_to_errortown_fails_twice_under_each_key() throws Exception {
    for (var key : new String[] {"one", "two"}) {
      assertThat(book(key, "Errortown").status()).isEqualTo(500);
      assertThat(book(key, "Errortown").status()).isEqualTo(500);
      assertThat(partners.client().get("/carrier/shipments/" + key).status()).isEqualTo(404);
      assertThat(book(key, "Errortown").status()).isEqualTo(201);
    }
  }

  @Test
  void a_refusal_can_be_lost_as_well() throws Exception {
    var far = booking("order-1", "Lostville");
    far.getJsonObject("shipTo").put("country", "XX");
    assertThatThrownBy(() -> partners.client().put("/carrier/shipments/key", far.encode())).isInstanceOf(IOException.class);
    assertThat(partners.client().put("/carrier/shipments/key", far.encode()).problem()).isEqualTo("shipment-refused");
  }

  private Answer book(String key, String city) throws IOException, InterruptedException {
    return partners.client().put("/carrier/shipments/" + key, booking("order-1", city).encode());
  }
}
