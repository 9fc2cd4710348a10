package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CloudMapOptionsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void by_default_nothing_is_delayed_and_the_rates_are_those_of_aws() {
    assertThat(CloudMapOptions.defaults()).isEqualTo(new CloudMapOptions(Duration.ZERO, Duration.ZERO, 1_000, 3_000));
  }

  @Test
  void what_cannot_be_is_refused_by_name() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CloudMapOptions(SECOND.negated(), SECOND, 1, 1)).withMessageContaining("propagation");
    assertThatIllegalArgumentException().isThrownBy(() -> new CloudMapOptions(SECOND, null, 1, 1)).withMessageContaining("health");
    assertThatIllegalArgumentException().isThrownBy(() -> new CloudMapOptions(SECOND, SECOND, 0, 1)).withMessageContaining("discoversPerSecond");
    assertThatIllegalArgumentException().isThrownBy(() -> new CloudMapOptions(SECOND, SECOND, 1, -1)).withMessageContaining("revisionsPerSecond");
  }
}
