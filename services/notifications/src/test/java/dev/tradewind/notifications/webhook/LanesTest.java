package dev.tradewind.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanesTest {

  private final Lanes lanes = new Lanes(2);

  @Test
  void as_many_as_the_lane_is_wide() {
    assertThat(lanes.enter("a")).isTrue();
    assertThat(lanes.enter("a")).isTrue();
    assertThat(lanes.enter("a")).isFalse();
    lanes.leave("a", true);
    assertThat(lanes.enter("a")).isTrue();
  }

  @Test
  void one_full_lane_leaves_the_others_alone() {
    lanes.enter("a");
    lanes.enter("a");
    assertThat(lanes.enter("b")).isTrue();
  }

  @Test
  void who_does_not_answer_well_is_called_once_at_a_time_until_it_does() {
    lanes.enter("a");
    lanes.leave("a", false);
    assertThat(lanes.enter("a")).isTrue();
    assertThat(lanes.enter("a")).isFalse();
    lanes.leave("a", true);
    assertThat(lanes.enter("a")).isTrue();
    assertThat(lanes.enter("a")).isTrue();
  }
}
