package dev.tradewind.peer;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * Sends what is in the outbox and deletes it there. It hears of new rows right after they are written, so that nobody waits for a poll;
 * what a crash left behind, or what could not be sent, is found by a sweep. A row may be sent twice: consumers are idempotent.
 */
final class Relay implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Relay.class.getName());
  private static final int WORKERS = 4;
  private static final int MOST_AT_ONCE = 25;
  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(10);

  private final BlockingQueue<Letter> fresh = new LinkedBlockingQueue<>();
  private final Outbox outbox;
  private final Sender sender;
  private final List<Thread> threads = new ArrayList<>();

  Relay(Outbox outbox, Sender sender) {
    this.outbox = outbox;
    this.sender = sender;
  }

  /** Sends a batch to one destination and returns what arrived. */
  @FunctionalInterface
  interface Sender {
    List<Letter> send(List<Letter> batch);
  }

  void start() {
    for (int i = 0; i < WORKERS; i++) {
      threads.add(Thread.ofVirtual().name("relay-" + i).start(this::relay));
    }
    threads.add(Thread.ofVirtual().name("sweep").start(this::sweep));
  }

  void offer(List<Letter> letters) {
    fresh.addAll(letters);
  }

  private void relay() {
    try {
      while (true) {
        List<Letter> letters = new ArrayList<>(List.of(fresh.take()));
        fresh.drainTo(letters, MOST_AT_ONCE - 1);
        send(letters);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(List<Letter> letters) {
    List<Letter> sent = new ArrayList<>();
    batches(letters).forEach(batch -> sent.addAll(arrived(batch)));
    try {
      outbox.delete(sent);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "event=outbox-not-cleared letters=%d".formatted(sent.size()), failure);
    }
  }

  /** What is not sent stays in the outbox and is found by the next sweep; other destinations do not wait for it. */
  private List<Letter> arrived(List<Letter> batch) {
    try {
      return sender.send(batch);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "event=relay-failed letters=%d destination=%s".formatted(batch.size(), batch.getFirst().destination()), failure);
      return List.of();
    }
  }

  static List<List<Letter>> batches(List<Letter> letters) {
    Map<String, List<Letter>> byDestination = letters.stream().collect(Collectors.groupingBy(letter -> letter.command() + letter.destination()));
    List<List<Letter>> batches = new ArrayList<>();
    byDestination.values().forEach(some -> {
      for (int from = 0; from < some.size(); from += Mail.MOST_ENTRIES) {
        batches.add(some.subList(from, Math.min(some.size(), from + Mail.MOST_ENTRIES)));
      }
    });
    return batches;
  }

  private void sweep() {
    try {
      while (true) {
        Thread.sleep(FORGOTTEN_AFTER);
        try {
          offer(outbox.olderThan(Instant.now().minus(FORGOTTEN_AFTER)));
        } catch (RuntimeException failure) {
          LOG.log(Level.WARNING, "event=sweep-failed", failure);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
