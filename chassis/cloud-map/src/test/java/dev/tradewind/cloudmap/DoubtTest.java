package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtTest {

  private static final Duration BELIEVE_AFTER = Duration.ofSeconds(60);
  private static final List<Instance> NONE = List.of();

  private final VirtualTime time = new VirtualTime();
  private final Doubt doubt = new Doubt(BELIEVE_AFTER, time);
  private final List<Instance> known = Entries.read(entry(1));

  @Test
  void nobody_is_believed_when_it_was_said_for_a_while() {
    assertThat(doubt.weigh(NONE, known)).isEqualTo(known);
    time.pass(BELIEVE_AFTER.minusMillis(1));
    assertThat(doubt.weigh(NONE, known)).isEqualTo(known);
    time.pass(Duration.ofMillis(1));
    assertThat(doubt.weigh(NONE, known)).isEmpty();
  }

  @Test
  void somebody_is_believed_at_once_and_ends_the_doubt() {
    var others = Entries.read(entry(2));
    doubt.weigh(NONE, known);
    time.pass(BELIEVE_AFTER);
    assertThat(doubt.weigh(others, known)).isEqualTo(others);
    assertThat(doubt.weigh(NONE, others)).isEqualTo(others);
  }

  @Test
  void where_nobody_is_known_there_is_nothing_to_doubt() {
    assertThat(doubt.weigh(NONE, NONE)).isEmpty();
  }

  @Test
  void an_outage_between_two_empty_answers_does_not_count() {
    doubt.weigh(NONE, known);
    doubt.interrupted();
    time.pass(BELIEVE_AFTER);
    assertThat(doubt.weigh(NONE, known)).isEqualTo(known);
  }

  @Test
  void without_a_while_it_is_believed_at_once() {
    assertThat(new Doubt(Duration.ZERO, time).weigh(NONE, known)).isEmpty();
  }
}
