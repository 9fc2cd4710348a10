package dev.tradewind.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObserverTest {

  private static final StreamId STREAM = new StreamId("order", "1");
  private static final Commit<String> COMMIT =
      new Commit<>(STREAM, 1, Cause.request("place", "1", ""), Instant.EPOCH, List.of("placed"), List.of());

  private final List<String> heard = new ArrayList<>();

  @Test
  void of_two_both_hear_everything_in_their_order() {
    Observer both = named("first").and(named("second"));
    both.committed(COMMIT);
    both.repeated(COMMIT);
    both.conflicted(STREAM, 1);
    both.unchanged(STREAM, "command");

    assertThat(heard).containsExactly("first committed", "second committed", "first repeated", "second repeated", "first conflicted",
        "second conflicted", "first unchanged", "second unchanged");
  }

  private Observer named(String name) {
    return new Observer() {
      @Override
      public void committed(Commit<?> commit) {
        heard.add(name + " committed");
      }

      @Override
      public void repeated(Commit<?> commit) {
        heard.add(name + " repeated");
      }

      @Override
      public void conflicted(StreamId stream, long version) {
        heard.add(name + " conflicted");
      }

      @Override
      public void unchanged(StreamId stream, Object command) {
        heard.add(name + " unchanged");
      }
    };
  }
}
