package dev.tradewind.aws;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** Subscribers, polls, handlers, timers and a drain, all at the same time. */
@Tag("lincheck")
class QueueConsumerLincheckTest {

  private static final int MOST_IN_FLIGHT = 2;
  private static final QueueConsumer.Options OPTIONS = QueueConsumer.Options.of("work").withMaxInFlight(MOST_IN_FLIGHT);
  private static final List<Message> MESSAGES = IntStream.range(0, 100).mapToObj(i -> FakeQueue.message("message " + i, 1)).toList();

  private static final Logger LOG = Logger.getLogger(QueueConsumer.class.getName());

  @BeforeAll
  static void silence() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void speakAgain() {
    LOG.setLevel(null);
  }

  @Test
  void in_any_order_places_are_kept_to_and_polling_never_stalls() {
    Races.modelled().check(Receiving.class);
  }

  @Test
  void under_stress_places_are_kept_to_and_polling_never_stalls() {
    Races.stressed().check(Receiving.class);
  }

  @Test
  void in_any_order_a_drain_leaves_nothing_behind() {
    Races.modelled().check(Draining.class);
  }

  @Test
  void under_stress_a_drain_leaves_nothing_behind() {
    Races.stressed().check(Draining.class);
  }

  public static class Receiving extends Traffic {

    @Operation
    public void fail() {
      oldestPoll().ifPresent(poll -> {
        taken.addAndGet(-poll.most());
        poll.answer().fail(new IllegalStateException("no answer"));
      });
    }

    @Operation
    public void tick() {
      Optional.ofNullable(timers.poll()).ifPresent(Runnable::run);
    }

    @Validate
    public void whatIsWantedIsPolledFor() {
      settle();
      Check.that(deleted.get() == brought.get(), "%s messages came, %s were settled", brought, deleted);
      int wanted = first.requested.get() - first.received.get();
      Check.that(wanted == 0 || !polls.isEmpty(), "%s deliveries are wanted, but there is no poll", wanted);
      Check.that(polls.stream().mapToInt(Poll::most).sum() <= wanted, "more is polled for than %s", wanted);
    }
  }

  public static class Draining extends Traffic {

    private final Probe late = new Probe();
    private final AtomicInteger drained = new AtomicInteger();

    @Operation(runOnce = true)
    public void subscribe() {
      consumer.deliveries().subscribe(late);
    }

    @Operation(runOnce = true)
    public void drain() {
      consumer.drain().subscribe().with(done -> drained.incrementAndGet());
    }

    @Validate
    public void nothingIsLeft() {
      drain();
      settle();
      int handedOut = first.received.get() + late.received.get();
      Check.that(polls.isEmpty(), "a poll is left");
      Check.that(drained.get() >= 1, "not drained");
      Check.that(deleted.get() == handedOut, "%s deliveries were handed out, %s settled", handedOut, deleted);
      Check.that(handedOut + released.get() <= brought.get(), "of %s messages %s went out and %s back", brought, handedOut, released);
      Check.that(first.completed.get() == 1, "the first subscriber was completed %s times", first.completed);
      Check.that(late.completed.get() == (late.subscribed.get() ? 1 : 0), "the late subscriber was completed %s times", late.completed);
    }
  }

  private record Poll(int most, UniEmitter<? super List<Message>> answer) {}

  /**
   * A queue that answers when it likes, handlers that finish when they like, and a subscriber that wants one more when it likes. Nothing is in
   * flight at the start: an object that was made before Lincheck watches has another hash code then, and is not found in a set again.
   */
  abstract static class Traffic implements Queue {

    final ConcurrentLinkedQueue<Poll> polls = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Runnable> timers = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Delivery> handled = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    final QueueConsumer consumer = new QueueConsumer(this, OPTIONS, this::later, () -> Instant.EPOCH, () -> 0);
    final Probe first = new Probe();
    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger brought = new AtomicInteger();
    final AtomicInteger deleted = new AtomicInteger();
    final AtomicInteger released = new AtomicInteger();

    Traffic() {
      consumer.deliveries().subscribe(first);
      var poll = oldestPoll().orElseThrow();
      taken.addAndGet(-poll.most());
      poll.answer().complete(List.of());
    }

    @Operation
    public void request() {
      first.request();
    }

    /** All that the oldest poll has places for. */
    @Operation
    public void bring() {
      oldestPoll().ifPresent(poll -> {
        int from = brought.getAndAdd(poll.most());
        poll.answer().complete(MESSAGES.subList(from, from + poll.most()));
      });
    }

    @Operation
    public void acknowledge() {
      Optional.ofNullable(handled.poll()).ifPresent(delivery -> delivery.acknowledge().subscribe().with(done -> {}));
    }

    @Override
    public Uni<List<Message>> receive(int most, Duration wait) {
      return Uni.createFrom().emitter(answer -> {
        if (taken.addAndGet(most) > MOST_IN_FLIGHT) {
          wrong.add("more are in flight than there are places: " + taken);
        }
        var poll = new Poll(most, answer);
        polls.add(poll);
        answer.onTermination(() -> {
          if (polls.remove(poll)) {
            taken.addAndGet(-most);
          }
        });
      });
    }

    @Override
    public Uni<Void> delete(Message message) {
      taken.decrementAndGet();
      deleted.incrementAndGet();
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> hide(Message message, Duration visibility) {
      if (visibility.isZero()) {
        taken.decrementAndGet();
        released.incrementAndGet();
      }
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> bury(Message message, String reason) {
      return Uni.createFrom().failure(new IllegalStateException("nothing is unreadable here"));
    }

    final Optional<Poll> oldestPoll() {
      return Optional.ofNullable(polls.poll());
    }

    private Cancellable later(Duration delay, Runnable task) {
      if (delay.equals(OPTIONS.drainTimeout())) {
        return () -> {};
      }
      timers.add(task);
      return () -> timers.remove(task);
    }

    /** Lets every handler finish, and then the timers that are left. */
    final void settle() {
      while (!handled.isEmpty()) {
        acknowledge();
      }
      for (int due = timers.size(); due > 0; due--) {
        timers.remove().run();
      }
      Check.that(wrong.isEmpty(), "%s", wrong);
    }

    /** A subscriber that notices when the rules of Reactive Streams are broken. */
    final class Probe implements Flow.Subscriber<Delivery> {

      final AtomicInteger requested = new AtomicInteger();
      final AtomicInteger received = new AtomicInteger();
      final AtomicInteger completed = new AtomicInteger();
      final AtomicBoolean subscribed = new AtomicBoolean();
      private final AtomicInteger inside = new AtomicInteger();
      private volatile Flow.Subscription subscription;

      void request() {
        requested.incrementAndGet();
        subscription.request(1);
      }

      @Override
      public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        subscribed.set(true);
        request();
      }

      @Override
      public void onNext(Delivery delivery) {
        check(inside.incrementAndGet() == 1, "two deliveries at once");
        check(received.incrementAndGet() <= requested.get(), "more than was requested");
        check(subscribed.get() && completed.get() == 0, "a delivery before the beginning or after the end");
        handled.add(delivery);
        inside.decrementAndGet();
      }

      @Override
      public void onError(Throwable failure) {
        check(false, "the stream failed: " + failure);
      }

      @Override
      public void onComplete() {
        check(subscribed.get(), "an end before the beginning");
        completed.incrementAndGet();
      }

      private void check(boolean kept, String rule) {
        if (!kept) {
          wrong.add(rule);
        }
      }
    }
  }
}
