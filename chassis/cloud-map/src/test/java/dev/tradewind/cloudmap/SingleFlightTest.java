package dev.tradewind.cloudmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

  private final SingleFlight<Integer> flight = new SingleFlight<>();
  private final AtomicInteger calls = new AtomicInteger();

  private Uni<Integer> count() {
    return Uni.createFrom().item(calls::incrementAndGet);
  }

  @Test
  void a_call_begins_when_the_one_before_has_ended() {
    assertThat(flight.join(this::count).await().indefinitely()).isEqualTo(1);
    assertThat(flight.join(this::count).await().indefinitely()).isEqualTo(2);
  }

  @Test
  void a_call_begins_when_somebody_subscribes() {
    flight.join(this::count);
    assertThat(calls).hasValue(0);
  }

  @Test
  void a_call_that_failed_has_ended() {
    assertThatThrownBy(() -> flight.join(() -> Uni.createFrom().failure(new IllegalStateException("no"))).await().indefinitely()).hasMessage("no");
    assertThatThrownBy(() -> flight.join(SingleFlightTest::thrown).await().indefinitely()).hasMessage("thrown");
    assertThat(flight.join(this::count).await().indefinitely()).isEqualTo(1);
  }

  private static Uni<Integer> thrown() {
    throw new IllegalStateException("thrown");
  }
}
