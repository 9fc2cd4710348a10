package dev.tradewind.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.WaitingRoom.Options;
import dev.tradewind.core.WaitingRoom.StillAway;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::at));
  private final Map<String, UniEmitter<? super String>> begun = new LinkedHashMap<>();
  private final List<String> brought = new ArrayList<>();
  private Duration now = Duration.ZERO;

  private final WaitingRoom room =
      new WaitingRoom(new Options(PAUSE, PATIENCE, (delay, task) -> tasks.add(new Task(now.plus(delay), task)), waiting -> {
        brought.add("home");
        return waiting.get();
      }));

  private record Task(Duration at, Runnable what) {}

  @Test
  void nobody_waits_for_what_is_there() {
    enter("a");

    assertThat(begun).containsOnlyKeys("a");
    assertThat(brought).isEmpty();
  }

  @Test
  void while_it_is_away_nothing_begins_and_after_a_pause_one_tries() {
    room.away();
    enter("a");
    enter("b");
    assertThat(begun).isEmpty();

    pass(PAUSE);
    assertThat(begun).containsOnlyKeys("a");
    assertThat(brought).as("each waits where it came in").hasSize(2);
  }

  @Test
  void a_trial_that_fails_is_followed_by_a_pause() {
    room.away();
    enter("a");
    enter("b");
    pass(PAUSE);
    begun.get("a").fail(new IllegalStateException("refused"));
    assertThat(begun).containsOnlyKeys("a");

    pass(PAUSE);
    assertThat(begun).containsOnlyKeys("a", "b");
  }

  @Test
  void a_trial_that_works_is_followed_by_the_next_at_once() {
    room.away();
    enter("a");
    enter("b");
    enter("c");
    pass(PAUSE);
    begun.get("a").complete("done");

    assertThat(begun).containsOnlyKeys("a", "b");
  }

  @Test
  void when_it_is_back_all_begin_and_whoever_comes_later_too() {
    room.away();
    enter("a");
    enter("b");
    room.back();
    enter("c");

    assertThat(begun).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void whoever_comes_first_after_the_pause_tries_at_once() {
    room.away();
    pass(PAUSE);
    enter("a");
    enter("b");

    assertThat(begun).containsOnlyKeys("a");
  }

  @Test
  void hearing_again_that_it_is_away_lets_no_second_one_try() {
    room.away();
    room.away();
    enter("a");
    enter("b");
    pass(PAUSE);

    assertThat(begun).containsOnlyKeys("a");
  }

  @Test
  void when_it_goes_away_again_a_new_pause_begins() {
    room.away();
    pass(PAUSE.dividedBy(2));
    room.back();
    room.away();
    enter("a");
    pass(PAUSE.dividedBy(2));
    assertThat(begun).as("the first pause is over, the second is not").isEmpty();

    pass(PAUSE.dividedBy(2));
    assertThat(begun).containsOnlyKeys("a");
  }

  @Test
  void patience_ends() {
    room.away();
    pass(PAUSE);
    enter("trial");
    var late = enter("late");
    pass(PATIENCE);

    late.assertFailedWith(StillAway.class, "10 s");
    begun.get("trial").complete("done");
    enter("next");
    assertThat(begun).as("who left is not called").containsOnlyKeys("trial", "next");
  }

  @Test
  void whoever_gives_up_waiting_does_not_hold_up_the_others() {
    room.away();
    enter("a").cancel();
    enter("b");
    pass(PAUSE);

    assertThat(begun).containsOnlyKeys("b");
  }

  @Test
  void what_comes_of_the_work_is_what_comes_of_waiting_for_it() {
    room.away();
    var done = enter("a");
    var failed = enter("b");
    room.back();
    begun.get("a").complete("done");
    begun.get("b").fail(new IllegalStateException("refused"));

    done.assertCompleted().assertItem("done");
    failed.assertFailedWith(IllegalStateException.class, "refused");
  }

  @Test
  void work_that_cannot_even_begin_is_a_failed_trial() {
    room.away();
    var broken = room.<String>enter(() -> {
      throw new IllegalStateException("broken");
    }).subscribe().withSubscriber(UniAssertSubscriber.create());
    enter("b");
    pass(PAUSE);
    broken.assertFailedWith(IllegalStateException.class, "broken");
    assertThat(begun).isEmpty();

    pass(PAUSE);
    assertThat(begun).containsOnlyKeys("b");
  }

  @Test
  void times_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> Options.of(Duration.ZERO, PATIENCE)).hasMessageContaining("pause");
    assertThatThrownBy(() -> Options.of(PAUSE, PAUSE)).hasMessageContaining("patience");
  }

  private UniAssertSubscriber<String> enter(String name) {
    return room.enter(() -> Uni.createFrom().<String>emitter(emitter -> begun.put(name, emitter)))
        .subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private void pass(Duration time) {
    var until = now.plus(time);
    while (!tasks.isEmpty() && tasks.peek().at().compareTo(until) <= 0) {
      var task = tasks.poll();
      now = task.at();
      task.what().run();
    }
    now = until;
  }
}
