package dev.tradewind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Append;
import dev.tradewind.core.Append.AlreadyOurs;
import dev.tradewind.core.Append.Appended;
import dev.tradewind.core.Append.Conflict;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import dev.tradewind.testkit.ContractEvent.ContractKind;
import dev.tradewind.testkit.ContractEvent.Fetch;
import dev.tradewind.testkit.ContractEvent.Fetched;
import dev.tradewind.testkit.ContractEvent.Measured;
import dev.tradewind.testkit.ContractEvent.Noted;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every journal promises. A subclass gives the journal; it may hold other streams already. */
public abstract class JournalContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private final StreamId stream = new StreamId("contract", UUID.randomUUID().toString());

  /** The journal under test. Each test uses a stream of its own. */
  protected abstract Journal<ContractEvent> journal();

  @Test
  void a_stream_that_does_not_exist_is_an_empty_history() {
    assertThat(read(stream)).isEqualTo(History.empty(stream));
  }

  @Test
  void a_commit_is_read_back_with_all_its_fields() {
    var cause = new Cause("payment/o-1/3/0", "order/o-1/2/0", "o-1", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    var commit = new Commit<ContractEvent>(
        stream,
        1,
        cause,
        NOON,
        List.of(
            new Noted("first"),
            new Measured(Long.MAX_VALUE, true, NOON, Optional.of("here"), List.of(1, 2), Map.of("a", 1L), ContractKind.OTHER),
            new Measured(-1, false, NOON, Optional.empty(), List.of(), Map.of(), ContractKind.ONE)),
        List.of(
            Outgoing.now(new Fetch("stock")),
            Outgoing.now(new Fetched("money", Optional.of(NOON))),
            Outgoing.deadline(stream, NOON.plusSeconds(20))));

    assertThat(append(commit)).isEqualTo(new Appended<>());

    assertThat(read(stream)).isEqualTo(new History<>(stream, List.of(commit)));
  }

  @Test
  void a_cause_without_answer_and_trace_and_a_commit_without_messages_are_read_back() {
    var commit = new Commit<ContractEvent>(stream, 1, Cause.request("key-1", "o-1", ""), NOON, List.of(new Noted("alone")), List.of());

    append(commit);

    assertThat(read(stream).commits()).containsExactly(commit);
  }

  @Test
  void times_keep_their_nanoseconds() {
    var commit = new Commit<ContractEvent>(stream, 1, cause("m-1"), Instant.parse("1999-12-31T23:59:59.999999999Z"), List.of(new Noted("late")), List.of());

    append(commit);

    assertThat(read(stream).commits().getFirst().at()).isEqualTo(commit.at());
  }

  @Test
  void versions_follow_each_other() {
    append(noted(1, "m-1"));
    append(noted(2, "m-2"));

    assertThat(read(stream).commits()).extracting(Commit::version).containsExactly(1L, 2L);
    assertThat(read(stream).version()).isEqualTo(2);
  }

  @Test
  void two_hundred_commits_come_back_in_order_without_gaps() {
    LongStream.rangeClosed(1, 200).forEach(version -> assertThat(append(noted(version, "m-" + version))).isEqualTo(new Appended<>()));

    assertThat(read(stream).commits()).extracting(Commit::version).containsExactlyElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  @Test
  void a_version_that_exists_is_a_conflict_which_shows_the_commit_in_the_way() {
    var first = noted(1, "m-1");
    append(first);

    assertThat(append(noted(1, "m-2"))).isEqualTo(new Conflict<>(first));

    assertThat(read(stream).commits()).containsExactly(first);
  }

  @Test
  void the_commit_in_the_way_is_found_below_the_newest_too() {
    var first = noted(1, "m-1");
    append(first);
    append(noted(2, "m-2"));

    assertThat(append(noted(1, "m-3"))).isEqualTo(new Conflict<>(first));
  }

  @Test
  void the_same_commit_again_is_already_ours_and_changes_nothing() {
    var commit = noted(1, "m-1");
    append(commit);

    assertThat(append(commit)).isEqualTo(new AlreadyOurs<>(commit));

    assertThat(read(stream).commits()).containsExactly(commit);
  }

  @Test
  void another_decision_on_the_same_cause_is_already_ours_and_what_stands_is_the_stored_one() {
    var stored = noted(1, "m-1");
    append(stored);
    var later = new Commit<ContractEvent>(stream, 1, cause("m-1"), NOON.plusSeconds(5), List.of(new Noted("decided later")), List.of());

    assertThat(append(later)).isEqualTo(new AlreadyOurs<>(stored));

    assertThat(read(stream).commits()).containsExactly(stored);
  }

  @Test
  void an_append_that_nobody_subscribes_to_does_not_happen_and_one_subscribed_to_twice_happens_once() {
    Uni<Append<ContractEvent>> append = journal().append(noted(1, "m-1"));
    assertThat(read(stream).isEmpty()).isTrue();

    assertThat(await(append)).isInstanceOf(Appended.class);
    assertThat(await(append)).isInstanceOf(AlreadyOurs.class);
  }

  @Test
  void of_many_who_append_the_same_version_at_once_exactly_one_wins_and_the_others_see_who() throws Exception {
    var journal = journal();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(IntStream.range(0, 32)
          .<Callable<Append<ContractEvent>>>mapToObj(i -> () -> await(journal.append(noted(1, "m-" + i)))).toList());

      var winner = read(stream).commits().getFirst();
      assertThat(answers.stream().map(Future::resultNow))
          .containsOnlyOnce(new Appended<>())
          .filteredOn(answer -> !(answer instanceof Appended)).hasSize(31).containsOnly(new Conflict<>(winner));
      assertThat(read(stream).commits()).hasSize(1);
    }
  }

  @Test
  void of_many_twins_with_one_cause_one_appends_and_the_others_learn_that_it_is_theirs() throws Exception {
    var journal = journal();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(IntStream.range(0, 16)
          .<Callable<Append<ContractEvent>>>mapToObj(i -> () -> await(journal.append(noted(1, "m-1")))).toList());

      assertThat(answers.stream().map(Future::resultNow))
          .containsOnlyOnce(new Appended<>()).filteredOn(answer -> answer instanceof AlreadyOurs).hasSize(15);
    }
  }

  @Test
  void streams_do_not_mix_even_when_one_name_begins_with_the_other() {
    var longer = new StreamId(stream.kind(), stream.key() + "0");
    append(noted(1, "m-1"));

    assertThat(append(commit(longer, 1, "m-1", "other"))).isEqualTo(new Appended<>());

    assertThat(read(stream).commits()).hasSize(1);
    assertThat(read(longer).commits()).extracting(Commit::stream).containsExactly(longer);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "ärger", "注文", "🚢⛵", "with space", "a/b/c", "\"quoted\"", "back\\slash", "<&>", "tab\tline\nend", "#:%?", "e\u0301 is not \u00e9"})
  void strange_characters_survive_in_names_and_in_content(String strange) {
    var odd = new StreamId("contract", stream.key() + strange);
    var commit = commit(odd, 1, "m-" + strange, strange);

    append(commit);

    assertThat(read(odd).commits()).containsExactly(commit);
    assertThat(append(commit)).isEqualTo(new AlreadyOurs<>(commit));
  }

  @Test
  void a_commit_of_three_hundred_kilobytes_is_kept_whole() {
    var commit = commit(stream, 1, "m-1", "x".repeat(300_000));

    append(commit);

    assertThat(read(stream).commits()).containsExactly(commit);
  }

  @Test
  void a_stream_of_two_megabytes_is_read_whole() {
    var commits = LongStream.rangeClosed(1, 20).mapToObj(version -> commit(stream, version, "m-" + version, version + "x".repeat(100_000))).toList();

    commits.forEach(this::append);

    assertThat(read(stream).commits()).isEqualTo(commits);
  }

  private Commit<ContractEvent> noted(long version, String cause) {
    return commit(stream, version, cause, "by " + cause);
  }

  private static Commit<ContractEvent> commit(StreamId stream, long version, String cause, String text) {
    return new Commit<>(stream, version, cause(cause), NOON, List.of(new Noted(text)), List.of(Outgoing.now(new Fetch(cause))));
  }

  private static Cause cause(String id) {
    return new Cause(id, "", "o-1", "");
  }

  private Append<ContractEvent> append(Commit<ContractEvent> commit) {
    return await(journal().append(commit));
  }

  private History<ContractEvent> read(StreamId of) {
    return await(journal().read(of));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
