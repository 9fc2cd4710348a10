package dev.tradewind.chaos.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.recovery.Recovery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryPictureTest {

  @Test
  void every_wait_is_a_step_of_the_curve() {
    var svg = svg(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(10));

    assertThat(svg).contains("of 4 that waited").contains("points=\"60.0,280.0 115.0,280.0 115.0,220.0 225.0,220.0 225.0,160.0")
        .contains("610.0,40.0\"").endsWith("</svg>\n");
  }

  @Test
  void a_run_in_which_nobody_waited_has_an_empty_picture() {
    assertThat(svg()).contains("of 0 that waited").contains("points=\"60.0,280.0\"");
  }

  private static String svg(Duration... waits) {
    var longest = waits.length == 0 ? Duration.ZERO : waits[waits.length - 1];
    return new RecoveryPicture(new Recovery(waits.length, longest, longest, longest, List.of(waits))).svg();
  }
}
