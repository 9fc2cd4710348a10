package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionFirstTest {

  private static final Duration LONGEST_AGE = Duration.ofSeconds(30);

  private final VirtualTime time = new VirtualTime();
  private final FakeDirectory directory = new FakeDirectory();
  private final RevisionFirst registry = new RevisionFirst(directory, new ServiceName("tradewind", "orders"), LONGEST_AGE, time);

  private List<String> look() {
    return registry.look().await().indefinitely().entries().stream().map(Entry::id).toList();
  }

  private void calls(int discovers, int revisions) {
    assertThat(directory.discovers).as("full questions").hasValue(discovers);
    assertThat(directory.revisions).as("questions for the revision").hasValue(revisions);
  }

  @Test
  void a_revision_that_was_the_same_twice_is_asked_for_first() {
    directory.holds(entry(1));
    look();
    look();
    calls(2, 0);
    assertThat(look()).containsExactly("i1");
    assertThat(look()).containsExactly("i1");
    calls(2, 2);
  }

  @Test
  void when_the_revision_moved_everything_is_asked() {
    directory.holds(entry(1));
    look();
    look();
    directory.holds(entry(2));
    assertThat(look()).containsExactly("i2");
    calls(3, 1);
  }

  @Test
  void a_revision_that_moves_all_the_time_is_not_asked_for() {
    for (int beat = 1; beat <= 10; beat++) {
      directory.holds(entry(beat));
      assertThat(look()).containsExactly("i" + beat);
    }
    calls(10, 0);
  }

  @Test
  void what_the_revision_does_not_tell_is_seen_when_the_answer_is_old() {
    directory.holds(entry(1), entry(2));
    look();
    look();
    directory.holdsUnseen(entry(2));
    time.pass(LONGEST_AGE.minusMillis(1));
    assertThat(look()).hasSize(2);
    time.pass(Duration.ofMillis(1));
    assertThat(look()).containsExactly("i2");
    calls(3, 1);
  }

  @Test
  void a_question_that_fails_changes_nothing() {
    directory.holds(entry(1));
    look();
    look();
    directory.fails("throttled");
    assertThat(registry.look().onFailure().recoverWithItem(new Listing(-1, List.of())).await().indefinitely().revision()).isEqualTo(-1);
    directory.works();
    assertThat(look()).containsExactly("i1");
    calls(2, 2);
  }
}
