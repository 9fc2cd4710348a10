package dev.tradewind.aws;

import dev.tradewind.aws.BatchCall.Refusal;
import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Puts entries that come in at about the same time into one request. An entry that comes after a quiet time leaves at once; those that
 * come soon after it go together, when the linger is over or their request is full. So nobody waits where nobody else comes, and a crowd
 * shares. Several requests may be under way. Entries that the service refuses are sent again on their own account.
 *
 * <p>{@code waiting}, {@code underWay} and {@code resting} are guarded by this object's lock; calls and completions happen outside it.
 */
final class Batcher<T> {

  static final int MOST_ATTEMPTS = 5;
  private static final int MOST_UNDER_WAY = 8;

  /**
   * What a request holds.
   *
   * @param entries the most of them
   * @param bytes the most of all entries together
   */
  record Limits(int entries, int bytes) {

    /** Of a batch of SQS or SNS. */
    static final Limits MESSAGES = new Limits(10, 256 * 1024);

    Limits {
      Check.that(entries > 0 && bytes > 0, "a request holds at least one entry of one byte, but not %d of %d bytes", entries, bytes);
    }
  }

  private final Limits limits;
  private final ToIntFunction<T> size;
  private final BatchCall<T> call;
  private final Duration linger;
  private final Timer timer;
  private final Backoff backoff;

  private final Deque<Entry<T>> waiting = new ArrayDeque<>();
  private int underWay;
  private boolean resting;

  /**
   * @param limits of a request
   * @param size the bytes an entry takes in a request
   * @param linger how long after a request the next one waits for company, unless it is full; zero sends at once what is there
   */
  Batcher(Limits limits, ToIntFunction<T> size, BatchCall<T> call, Duration linger, Timer timer, DoubleSupplier chance) {
    this.limits = Check.notNull(limits, "limits");
    this.size = Check.notNull(size, "size");
    this.call = Check.notNull(call, "call");
    Check.that(!linger.isNegative(), "linger must not be negative, but is %s", linger);
    this.linger = linger;
    this.timer = Check.notNull(timer, "timer");
    this.backoff = new Backoff(Duration.ZERO, Duration.ofMillis(50), Duration.ofSeconds(1), chance);
  }

  /**
   * Sends the entry, once for each subscription. Completes when the service has confirmed this very entry. Cancelling does not call it back.
   */
  Uni<Void> add(T value) {
    return Uni.createFrom().emitter(emitter -> {
      int bytes = size.applyAsInt(value);
      Check.that(bytes <= limits.bytes(), "an entry of %d bytes does not fit into a request, which holds %d", bytes, limits.bytes());
      enqueue(new Entry<>(value, bytes, 1, emitter));
    });
  }

  private void enqueue(Entry<T> entry) {
    synchronized (this) {
      waiting.addLast(entry);
    }
    sendWhatMayLeave();
  }

  private void sendWhatMayLeave() {
    for (var batch = next(); !batch.isEmpty(); batch = next()) {
      send(batch);
    }
  }

  private synchronized List<Entry<T>> next() {
    if (waiting.isEmpty() || underWay == MOST_UNDER_WAY) {
      return List.of();
    }
    var batch = new ArrayList<Entry<T>>();
    int room = limits.bytes();
    for (var entry : waiting) {
      if (batch.size() == limits.entries() || entry.bytes() > room) {
        break;
      }
      batch.add(entry);
      room -= entry.bytes();
    }
    boolean full = batch.size() == limits.entries() || batch.size() < waiting.size();
    if (resting && !full) {
      return List.of();
    }
    batch.forEach(sent -> waiting.removeFirst());
    underWay++;
    rest();
    return batch;
  }

  private void rest() {
    if (resting || linger.isZero()) {
      return;
    }
    try {
      timer.after(linger, this::rested);
      resting = true;
    } catch (RejectedExecutionException shutDown) {
      // Timers may end before we do: what comes now must leave all the same.
      resting = false;
    }
  }

  private void rested() {
    synchronized (this) {
      resting = false;
    }
    sendWhatMayLeave();
  }

  private void send(List<Entry<T>> batch) {
    Uni.createFrom().deferred(() -> call.send(batch.stream().map(Entry::value).toList())).subscribe().with(
        refusals -> {
          answered();
          settle(batch, refusals);
        },
        failure -> {
          answered();
          batch.forEach(entry -> entry.emitter().fail(failure));
        });
  }

  private void answered() {
    synchronized (this) {
      underWay--;
    }
    sendWhatMayLeave();
  }

  private void settle(List<Entry<T>> batch, List<Refusal> refusals) {
    var refused = refusals.stream().collect(Collectors.toMap(Refusal::index, Function.identity()));
    for (int i = 0; i < batch.size(); i++) {
      if (refused.containsKey(i)) {
        tryAgain(batch.get(i), refused.get(i));
      } else {
        batch.get(i).emitter().complete(null);
      }
    }
  }

  private void tryAgain(Entry<T> entry, Refusal refusal) {
    if (refusal.ours() || entry.attempt() == MOST_ATTEMPTS) {
      entry.emitter().fail(new EntryRefused(refusal.code(), entry.attempt()));
      return;
    }
    try {
      timer.after(backoff.after(entry.attempt()), () -> enqueue(entry.again()));
    } catch (RejectedExecutionException shutDown) {
      entry.emitter().fail(new EntryRefused(refusal.code(), entry.attempt()));
    }
  }

  private record Entry<T>(T value, int bytes, int attempt, UniEmitter<? super Void> emitter) {

    Entry<T> again() {
      return new Entry<>(value, bytes, attempt + 1, emitter);
    }
  }
}
