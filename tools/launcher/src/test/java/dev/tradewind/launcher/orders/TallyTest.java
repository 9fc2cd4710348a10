package dev.tradewind.launcher.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Tally tally = new Tally();
  private final PlannedOrder plan = new PlannedOrder(1, "k", JsonNodeFactory.instance.objectNode(), Set.of(End.DELIVERED), Optional.empty());

  @Test
  void theProgressLineCountsWhatIsAcceptedEndedAndSurprising() {
    tally.accepted(Duration.ofMillis(3));
    tally.accepted(Duration.ofMillis(4));
    assertThat(tally.line(5, Duration.ofSeconds(7))).isEqualTo("0 of 5 ended, 2 accepted, 7 s");

    tally.finished(ended(End.DELIVERED, 100));
    tally.finished(ended(End.CANCELLED, 100));
    assertThat(tally.line(5, Duration.ofSeconds(8))).isEqualTo("2 of 5 ended, 2 accepted, 8 s  1 surprising");
  }

  @Test
  void percentilesAreInMilliseconds() {
    for (int i = 1; i <= 100; i++) {
      tally.accepted(Duration.ofMillis(i));
      tally.finished(ended(End.DELIVERED, i * 100L));
    }
    assertThat(tally.accept().count()).isEqualTo(100);
    assertThat(tally.accept().p50()).isBetween(49.9, 50.1);
    assertThat(tally.accept().p99()).isBetween(98.9, 99.1);
    assertThat(tally.toEnd().p90()).isBetween(8_990.0, 9_010.0);
    assertThat(tally.toEnd()).asString().isEqualTo("p50 5003 ms  p90 9007 ms  p99 9903 ms  max 10.0 s");
  }

  @Test
  void withoutAnyThereAreNone() {
    assertThat(tally.accept()).hasToString("none");
  }

  private OrderResult ended(End end, long millis) {
    return new OrderResult.Ended(plan, "id", end, "", new Money(1, "EUR"), Duration.ofMillis(millis));
  }
}
