package dev.tradewind.aws;

import dev.tradewind.aws.BatchCall.Refusal;
import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers, answers and timers in the orders that <a href="https://github.com/JetBrains/lincheck">Lincheck</a> finds for them. */
@Tag("lincheck")
class BatcherLincheckTest {

  private static final int MOST_UNDER_WAY = 8;
  private static final int MOST_IN_A_REQUEST = 2;

  @Test
  void in_any_order_each_caller_hears_of_its_own_entry() {
    Races.modelled().sequentialSpecification(OneByOne.class).check(Callers.class);
  }

  @Test
  void under_stress_each_caller_hears_of_its_own_entry() {
    Races.stressed().sequentialSpecification(OneByOne.class).check(Callers.class);
  }

  @Test
  void in_any_order_of_answers_and_timers_no_entry_is_lost_or_sent_twice() {
    Races.modelled().check(Service.class);
  }

  @Test
  void under_stress_of_answers_and_timers_no_entry_is_lost_or_sent_twice() {
    Races.stressed().check(Service.class);
  }

  /** What callers may see: as if each entry were a request of its own, one after the other. */
  public static class OneByOne {

    private final int[] taken = new int[4];

    public String add(int value) {
      if (value % 2 == 1) {
        return "refused";
      }
      taken[value]++;
      return "taken";
    }

    public int taken(int value) {
      return taken[value];
    }
  }

  /** Callers that wait for their answer. All requests but one are under way for ever, so that they have to share what is left. */
  @Param(name = "value", gen = IntGen.class, conf = "0:3")
  public static class Callers {

    private final AtomicIntegerArray taken = new AtomicIntegerArray(4);
    private final Batcher<Integer> batcher = new Batcher<>(
        Batcher.Limits.MESSAGES, entry -> 1, this::send, Duration.ZERO, (delay, task) -> () -> {}, () -> 0);
    private boolean answers;

    public Callers() {
      IntStream.range(1, MOST_UNDER_WAY).forEach(i -> batcher.add(i).subscribe().with(done -> {}));
      answers = true;
    }

    private Uni<List<Refusal>> send(List<Integer> entries) {
      if (!answers) {
        return Uni.createFrom().nothing();
      }
      var refused = new ArrayList<Refusal>();
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i) % 2 == 1) {
          refused.add(new Refusal(i, true, "Odd"));
        } else {
          taken.incrementAndGet(entries.get(i));
        }
      }
      return Uni.createFrom().item(refused);
    }

    @Operation
    public String add(@Param(name = "value") int value) {
      var answer = new Answer();
      batcher.add(value).subscribe().with(done -> answer.is("taken"), failure -> answer.is("refused"));
      return answer.await();
    }

    @Operation
    public int taken(@Param(name = "value") int value) {
      return taken.get(value);
    }
  }

  /** Lincheck follows a thread that waits for a monitor, but not one that waits for a future. */
  private static final class Answer {

    private Optional<String> told = Optional.empty();

    private synchronized void is(String answer) {
      told = Optional.of(answer);
      notifyAll();
    }

    private synchronized String await() {
      while (told.isEmpty()) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException("interrupted before there was an answer", e);
        }
      }
      return told.get();
    }
  }

  /** A service that answers when it likes, and time that passes when it likes. All requests are under way, and two entries fill the next. */
  public static class Service {

    private final Queue<Entry> added = new ConcurrentLinkedQueue<>();
    private final Queue<Request> underWay = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<Runnable> timers = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Batcher<Entry> batcher =
        new Batcher<>(Batcher.Limits.MESSAGES, entry -> entry.bytes, this::send, Duration.ofMillis(5), this::later, () -> 0);

    private static final class Entry {
      private final int bytes;
      private final AtomicInteger taken = new AtomicInteger();
      private final AtomicInteger confirmed = new AtomicInteger();
      private final AtomicInteger failed = new AtomicInteger();

      private Entry(int bytes) {
        this.bytes = bytes;
      }
    }

    private record Request(List<Entry> entries, UniEmitter<? super List<Refusal>> answer) {}

    public Service() {
      for (int i = 0; i < MOST_UNDER_WAY; i++) {
        add(new Entry(Batcher.Limits.MESSAGES.bytes()));
      }
    }

    private Uni<List<Refusal>> send(List<Entry> entries) {
      return Uni.createFrom().emitter(answer -> {
        if (requests.incrementAndGet() > MOST_UNDER_WAY || entries.size() > MOST_IN_A_REQUEST) {
          wrong.add("too many: " + requests + " requests, this one of " + entries.size());
        }
        underWay.add(new Request(entries, answer));
      });
    }

    private Cancellable later(Duration delay, Runnable task) {
      timers.add(task);
      return () -> timers.remove(task);
    }

    @Operation
    public void add() {
      add(new Entry(Batcher.Limits.MESSAGES.bytes() / MOST_IN_A_REQUEST));
    }

    private void add(Entry entry) {
      added.add(entry);
      batcher.add(entry).subscribe().with(done -> entry.confirmed.incrementAndGet(), failure -> entry.failed.incrementAndGet());
    }

    @Operation
    public void accept() {
      answer(request -> {
        request.entries().forEach(entry -> entry.taken.incrementAndGet());
        request.answer().complete(List.of());
      });
    }

    @Operation
    public void refuseTheFirst() {
      answer(request -> {
        request.entries().stream().skip(1).forEach(entry -> entry.taken.incrementAndGet());
        request.answer().complete(List.of(new Refusal(0, false, "Busy")));
      });
    }

    @Operation
    public void fail() {
      answer(request -> request.answer().fail(new IllegalStateException("no answer")));
    }

    @Operation
    public void tick() {
      Optional.ofNullable(timers.poll()).ifPresent(Runnable::run);
    }

    private void answer(Consumer<Request> how) {
      Optional.ofNullable(underWay.poll()).ifPresent(request -> {
        requests.decrementAndGet();
        how.accept(request);
      });
    }

    /** When all is answered and all time has passed. */
    @Validate
    public void everyEntryHeardTheTruthOnce() {
      for (int round = 0; round < 2 * MOST_UNDER_WAY; round++) {
        accept();
        tick();
      }
      for (var entry : added) {
        Check.that(entry.confirmed.get() == entry.taken.get(), "taken %s times, confirmed %s times", entry.taken, entry.confirmed);
        Check.that(entry.confirmed.get() + entry.failed.get() == 1, "confirmed %s times, failed %s times", entry.confirmed, entry.failed);
      }
      Check.that(wrong.isEmpty(), "%s", wrong);
    }
  }
}
