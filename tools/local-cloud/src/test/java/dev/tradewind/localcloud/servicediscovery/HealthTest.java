package dev.tradewind.localcloud.servicediscovery;

import static dev.tradewind.localcloud.servicediscovery.HealthStatus.HEALTHY;
import static dev.tradewind.localcloud.servicediscovery.HealthStatus.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HealthTest {

  private static final long DELAY = 30;

  private final Health healthy = Health.of(HEALTHY);

  @Test
  void it_stays_as_it_is_until_anything_is_reported() {
    assertThat(healthy.at(0)).isEqualTo(HEALTHY);
    assertThat(healthy.at(Long.MAX_VALUE)).isEqualTo(HEALTHY);
  }

  @Test
  void a_report_counts_when_its_time_has_come() {
    var reported = healthy.report(UNHEALTHY, 100, DELAY);
    assertThat(reported.at(129)).isEqualTo(HEALTHY);
    assertThat(reported.at(130)).isEqualTo(UNHEALTHY);
  }

  @Test
  void reporting_again_does_not_hasten_and_does_not_delay() {
    var reported = healthy.report(UNHEALTHY, 100, DELAY).report(UNHEALTHY, 120, DELAY);
    assertThat(reported.at(129)).isEqualTo(HEALTHY);
    assertThat(reported.at(130)).isEqualTo(UNHEALTHY);
  }

  @Test
  void a_report_that_is_taken_back_in_time_never_counts() {
    var reported = healthy.report(UNHEALTHY, 100, DELAY).report(HEALTHY, 129, DELAY);
    assertThat(reported.at(130)).isEqualTo(HEALTHY);
    assertThat(reported.at(1_000)).isEqualTo(HEALTHY);
  }

  @Test
  void what_is_taken_back_too_late_takes_its_time() {
    var reported = healthy.report(UNHEALTHY, 100, DELAY).report(HEALTHY, 130, DELAY);
    assertThat(reported.at(159)).isEqualTo(UNHEALTHY);
    assertThat(reported.at(160)).isEqualTo(HEALTHY);
  }

  @Test
  void reporting_what_is_so_changes_nothing() {
    assertThat(healthy.report(HEALTHY, 100, DELAY)).isEqualTo(healthy);
  }

  @Test
  void without_delay_a_report_counts_at_once() {
    assertThat(healthy.report(UNHEALTHY, 100, 0).at(100)).isEqualTo(UNHEALTHY);
  }
}
