package dev.tradewind.chaos.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void theOutageIsAsLongAsItIsAskedForAndTenSecondsInTheShortForm() {
    assertThat(Plan.of(90, 1.5, Mode.BOTH).outage()).isEqualTo(Duration.ofSeconds(90));
    assertThat(Plan.quick(1.5, Mode.BOTH).outage()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void thereIsTimeToRecoverInAndToLookAtWhatFollows() {
    assertThat(Plan.of(60, 1.5, Mode.BOTH).after()).isGreaterThan(Results.LONGEST_RECOVERY.plus(Results.WINDOW));
    assertThat(Plan.quick(1.5, Mode.BOTH).after()).isGreaterThan(Results.LONGEST_RECOVERY.plus(Results.WINDOW));
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    assertThatThrownBy(() -> Plan.of(0, 1.5, Mode.BOTH)).hasMessageContaining("--outage-seconds");
    assertThatThrownBy(() -> Plan.of(3_601, 1.5, Mode.BOTH)).hasMessageContaining("--outage-seconds");
    assertThatThrownBy(() -> Plan.of(60, 0, Mode.BOTH)).hasMessageContaining("--overload");
    assertThatThrownBy(() -> Plan.of(60, Double.NaN, Mode.BOTH)).hasMessageContaining("--overload");
  }

  @Test
  void bothMeansTheOneAndThenTheOther() {
    assertThat(Mode.BOTH.inTurn()).containsExactly("refuse", "hang");
  }
}
