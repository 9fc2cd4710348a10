package dev.tradewind.aws;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Keeps polls of the queue under way while there are places for messages, for ever, whatever goes wrong.
 *
 * <p>The first poll takes any places; a further one waits until it can take a full batch, so that single places do not become single
 * requests. After a failure, and at the start, one poll that does not wait for messages finds out whether the queue answers.
 */
final class Polling {

  private static final int FULL = 10;

  private final Queue queue;
  private final QueueConsumer.Options options;
  private final Outlets outlets;
  private final BiConsumer<Integer, List<Message>> received;
  private final Condition condition;
  private final Timer timer;
  private final Backoff backoff;

  private final Map<Long, Cancellable> polls = new HashMap<>();
  private long started;
  private boolean answers;
  private boolean resting;
  private int failures;

  /** @param received takes the places that were reserved and the messages that came for them */
  Polling(
      Queue queue, QueueConsumer.Options options, Outlets outlets, BiConsumer<Integer, List<Message>> received, Condition condition, Timer timer, DoubleSupplier chance) {
    this.queue = queue;
    this.options = options;
    this.outlets = outlets;
    this.received = received;
    this.condition = condition;
    this.timer = timer;
    this.backoff = new Backoff(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(10), chance);
  }

  private record Poll(long id, int places, Duration longest) {}

  /** Starts the polls there are places for. */
  void poll() {
    for (var next = next(); next.isPresent(); next = next()) {
      start(next.get());
    }
  }

  private synchronized Optional<Poll> next() {
    if (condition.isEnding() || resting || polls.size() >= (answers ? options.polls() : 1)) {
      return Optional.empty();
    }
    int places = outlets.reserve(polls.isEmpty() ? 1 : FULL, FULL);
    if (places == 0) {
      return Optional.empty();
    }
    var poll = new Poll(++started, places, answers ? options.longPoll() : Duration.ZERO);
    polls.put(poll.id(), () -> {});
    return Optional.of(poll);
  }

  private void start(Poll poll) {
    var running = Uni.createFrom().deferred(() -> queue.receive(poll.places(), poll.longest()))
        .subscribe().with(messages -> succeeded(poll, messages), failure -> failed(poll, failure));
    synchronized (this) {
      polls.computeIfPresent(poll.id(), (id, none) -> running);
    }
    // A stop may have come between the reservation and here, and found nothing to cancel.
    if (condition.isEnding()) {
      running.cancel();
    }
  }

  private void succeeded(Poll poll, List<Message> messages) {
    condition.answered();
    synchronized (this) {
      polls.remove(poll.id());
      answers = true;
      failures = 0;
    }
    received.accept(poll.places(), messages);
    poll();
  }

  private void failed(Poll poll, Throwable failure) {
    condition.failed(failure);
    outlets.fill(poll.places(), List.of());
    Duration rest;
    synchronized (this) {
      polls.remove(poll.id());
      answers = false;
      failures++;
      if (resting || condition.isEnding()) {
        return;
      }
      resting = true;
      rest = backoff.after(failures);
    }
    timer.after(rest, this::rested);
  }

  private void rested() {
    synchronized (this) {
      resting = false;
    }
    poll();
  }

  /** Gives up the polls under way. No more are started once the condition is ending. */
  void giveUp() {
    List<Cancellable> running;
    synchronized (this) {
      running = List.copyOf(polls.values());
      polls.clear();
    }
    running.forEach(Cancellable::cancel);
  }
}
