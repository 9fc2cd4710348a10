package dev.tradewind.queries.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingTest {

  private final Waiting waiting = new Waiting(Duration.ofSeconds(10));

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      wait=2                        | 2
      wait=0                        | 0
      WAIT = 2                      | 2
      wait="2"                      | 2
      respond-async, wait=3         | 3
      wait=4; foo=bar, handling=strict | 4
      wait=10                       | 10
      wait=999999999                | 10
      wait=2, wait=5                | 2
      """)
  void is_granted_up_to_the_longest(String prefer, long seconds) {
    assertThat(waiting.granted(List.of(prefer))).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void may_stand_in_any_of_several_headers() {
    assertThat(waiting.granted(List.of("respond-async", "wait=3"))).contains(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=2s", "wait=99999999999999999999", "await=2", "respond-async", "\"wait=2"})
  void what_cannot_be_read_is_ignored(String prefer) {
    assertThat(waiting.granted(List.of(prefer))).isEmpty();
  }
}
