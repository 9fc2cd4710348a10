package dev.tradewind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Append;
import dev.tradewind.core.Append.Appended;
import dev.tradewind.core.CachedJournal;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.StreamId;
import dev.tradewind.testkit.ContractEvent.Noted;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CachedJournalTest {

  private static final StreamId TEA = new StreamId("cup", "tea");

  private final InMemoryJournal<ContractEvent> stored = InMemoryJournal.plain();
  private final CachedJournal<ContractEvent> journal = new CachedJournal<>(stored, 2);

  @Nested
  class Contract extends JournalContract {

    @Override
    protected Journal<ContractEvent> journal() {
      return journal;
    }
  }

  @Test
  void nothing_is_remembered_of_a_stream_never_used_or_found_empty() {
    await(journal.read(TEA));

    assertThat(journal.recall(TEA)).isEmpty();
  }

  @Test
  void a_stream_is_remembered_as_it_was_read() {
    append(stored, TEA, 1);
    append(stored, TEA, 2);

    var read = await(journal.read(TEA));

    assertThat(journal.recall(TEA)).contains(read);
  }

  @Test
  void a_stream_is_remembered_with_what_was_appended() {
    append(journal, TEA, 1);
    append(journal, TEA, 2);

    assertThat(journal.recall(TEA)).contains(stored.history(TEA));
    assertThat(stored.history(TEA).version()).isEqualTo(2);
  }

  @Test
  void an_append_that_met_another_commit_makes_it_forget() {
    append(journal, TEA, 1);
    append(stored, TEA, 2);

    assertThat(append(journal, new Commit<>(TEA, 2, Cause.request("late", "o-1", ""), Instant.EPOCH, List.of(new Noted("late")), List.of())))
        .isInstanceOf(Append.Conflict.class);

    assertThat(journal.recall(TEA)).isEmpty();
  }

  @Test
  void an_append_that_was_made_before_makes_it_forget_because_more_may_have_followed() {
    append(journal, TEA, 1);
    append(stored, TEA, 2);

    assertThat(append(journal, TEA, 1)).isInstanceOf(Append.AlreadyOurs.class);

    assertThat(journal.recall(TEA)).isEmpty();
  }

  @Test
  void an_append_on_top_of_what_was_not_seen_is_not_remembered_with_a_gap() {
    append(journal, TEA, 1);
    append(stored, TEA, 2);

    assertThat(append(journal, TEA, 3)).isEqualTo(new Appended<>());

    assertThat(journal.recall(TEA)).isEmpty();
  }

  @Test
  void an_older_read_that_comes_late_does_not_replace_what_is_known() {
    append(stored, TEA, 1);
    var early = stored.history(TEA);
    var slow = new CachedJournal<>(answering(early), 2);
    await(slow.read(TEA));
    append(slow, TEA, 2);

    await(slow.read(TEA));

    assertThat(slow.recall(TEA)).contains(stored.history(TEA));
  }

  @Test
  void the_streams_used_longest_ago_are_forgotten_first() {
    IntStream.rangeClosed(1, 3).forEach(cup -> append(journal, new StreamId("cup", "c-" + cup), 1));

    assertThat(journal.recall(new StreamId("cup", "c-1"))).isEmpty();
    assertThat(journal.recall(new StreamId("cup", "c-2"))).isPresent();
    assertThat(journal.recall(new StreamId("cup", "c-3"))).isPresent();
  }

  private Journal<ContractEvent> answering(History<ContractEvent> early) {
    return new Journal<>() {
      @Override
      public Uni<History<ContractEvent>> read(StreamId stream) {
        return Uni.createFrom().item(early);
      }

      @Override
      public Uni<Append<ContractEvent>> append(Commit<ContractEvent> commit) {
        return stored.append(commit);
      }
    };
  }

  private static Append<ContractEvent> append(Journal<ContractEvent> to, StreamId stream, long version) {
    return append(to, new Commit<>(
        stream, version, Cause.request("r-" + version, "o-1", ""), Instant.EPOCH, List.of(new Noted("n-" + version)), List.of()));
  }

  private static Append<ContractEvent> append(Journal<ContractEvent> to, Commit<ContractEvent> commit) {
    return await(to.append(commit));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().indefinitely();
  }
}
