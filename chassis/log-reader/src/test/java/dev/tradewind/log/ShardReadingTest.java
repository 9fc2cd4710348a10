package dev.tradewind.log;

import static dev.tradewind.log.InMemoryShard.FOR_EVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.log.InMemoryShard.Killed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShardReadingTest {

  private static final IntPredicate NEVER = attempts -> {
    throw new AssertionError("nothing failed");
  };

  static LogRecord record(int index) {
    return new LogRecord(Long.toString(1_000 + index), Instant.EPOCH, "key", ("record " + index).getBytes(StandardCharsets.UTF_8));
  }

  private static InMemoryShard shard(int records) {
    return new InMemoryShard(IntStream.range(0, records).mapToObj(ShardReadingTest::record).toList());
  }

  private final List<Batch> done = new ArrayList<>();

  private static List<String> numbers(Batch batch) {
    return batch.records().stream().map(LogRecord::sequenceNumber).toList();
  }

  private static List<String> numbers(List<Batch> batches) {
    return batches.stream().flatMap(each -> numbers(each).stream()).toList();
  }

  /** Does every batch, as a step of the reader. */
  private static LogHandler doing(InMemoryShard shard, List<Batch> done) {
    return batch -> Uni.createFrom().voidItem().invoke(() -> shard.step("do " + batch.last().sequenceNumber(), () -> done.add(batch)));
  }

  @Test
  void each_portion_is_a_batch_that_is_announced_then_done_then_checkpointed() {
    var shard = shard(5);
    shard.readBy(doing(shard, done), NEVER, 3);
    assertThat(shard.steps()).containsExactly("prepare 1002", "do 1002", "checkpoint 1002", "prepare 1004", "do 1004", "checkpoint 1004");
    assertThat(done).extracting(Batch::after).containsExactly(Optional.empty(), Optional.of("1002"));
  }

  @Property
  void whenever_readers_are_killed_a_batch_that_comes_again_is_the_same(
      @ForAll @IntRange(min = 1, max = 12) int records,
      @ForAll List<@IntRange(min = 0, max = 9) Integer> kills,
      @ForAll @IntRange(min = 1, max = 5) int portion) {
    var shard = shard(records);
    var done = new ArrayList<Batch>();
    for (int i = 0; i < kills.size() && !shard.isRead(); i++) {
      read(shard.killBeforeStep(kills.get(i)), done, 1 + (portion + i) % 5);
    }
    read(shard, done, 4);

    assertThat(shard.isRead()).isTrue();
    Map<String, List<String>> byFirst = new HashMap<>();
    done.forEach(batch -> assertThat(byFirst.computeIfAbsent(batch.first().sequenceNumber(), first -> numbers(batch)))
        .as("the batch that begins with %s", batch.first().sequenceNumber()).isEqualTo(numbers(batch)));
    var once = done.stream().distinct().toList();
    assertThat(numbers(once)).hasSize(records).doesNotHaveDuplicates().isSorted();
    for (int i = 1; i < once.size(); i++) {
      assertThat(once.get(i).after()).contains(once.get(i - 1).last().sequenceNumber());
    }
  }

  private static void read(InMemoryShard shard, List<Batch> done, int portion) {
    try {
      shard.readBy(doing(shard, done), NEVER, portion);
    } catch (Killed killed) {
      // Somebody else takes the shard.
    }
  }

  @Test
  void a_batch_that_fails_is_tried_until_it_is_done_and_nothing_after_it_comes_before() {
    var shard = shard(4);
    var pauses = new ArrayList<Integer>();
    shard.readBy(batch -> pauses.size() < 3 ? Uni.createFrom().failure(new IllegalStateException("S3 is away")) : doing(shard, done).accept(batch),
        pauses::add, 2);
    assertThat(pauses).containsExactly(1, 2, 3);
    assertThat(numbers(done)).containsExactly("1000", "1001", "1002", "1003");
  }

  @Test
  void a_handler_that_throws_is_tried_again_like_one_that_fails() {
    var shard = shard(2);
    var pauses = new ArrayList<Integer>();
    shard.readBy(batch -> {
      if (pauses.isEmpty()) {
        throw new IllegalArgumentException("not even a Uni");
      }
      return doing(shard, done).accept(batch);
    }, pauses::add, 2);
    assertThat(numbers(done)).containsExactly("1000", "1001");
  }

  @Test
  void a_checkpoint_that_cannot_be_written_has_the_batch_done_again() {
    var steps = new ArrayList<String>();
    var failing = new ArrayList<>(List.of("prepare", "checkpoint"));
    var reading = reading(batch -> Uni.createFrom().voidItem().invoke(() -> steps.add("do")), Optional.empty(), Optional.empty());
    reading.take(List.of(record(0), record(1)), last -> {
      failOnce(failing, "prepare");
      steps.add("prepare " + last);
      return () -> {
        failOnce(failing, "checkpoint");
        steps.add("checkpoint");
      };
    });
    assertThat(steps).containsExactly("prepare 1001", "do", "prepare 1001", "do", "checkpoint");
  }

  private static void failOnce(List<String> failing, String step) {
    if (failing.remove(step)) {
      throw new IllegalStateException("DynamoDB is away");
    }
  }

  @Test
  void who_has_lost_the_shard_stops_trying_and_leaves_the_rest_to_others() {
    var shard = shard(4);
    shard.readBy(batch -> {
      shard.takeOver();
      return Uni.createFrom().failure(new IllegalStateException("S3 is away"));
    }, FOR_EVER, 2);
    assertThat(shard.steps()).containsExactly("prepare 1001");
  }

  @Test
  void who_is_closing_stops_trying_and_the_next_one_does_that_batch_first() {
    var shard = shard(6);
    shard.readBy(batch -> Uni.createFrom().failure(new IllegalStateException("S3 is away")), attempts -> attempts < 3, 3);
    assertThat(shard.isRead()).isFalse();
    shard.readBy(doing(shard, done), NEVER, 2);
    assertThat(done).extracting(batch -> batch.last().sequenceNumber()).containsExactly("1002", "1003", "1005");
  }

  @Test
  void a_cut_whose_records_the_log_has_forgotten_is_made_where_they_would_have_been() {
    var reading = reading(batch -> Uni.createFrom().voidItem().invoke(() -> done.add(batch)), Optional.of("990"), Optional.of("999"));
    reading.take(List.of(record(0), record(1)), last -> () -> {});
    assertThat(done).hasSize(1);
    assertThat(numbers(done)).containsExactly("1000", "1001");
  }

  private static ShardReading reading(LogHandler handler, Optional<String> after, Optional<String> cut) {
    return new ShardReading("shard", after, cut, handler, attempts -> true, new LogProgress("test", Instant::now, new SimpleMeterRegistry()));
  }
}
