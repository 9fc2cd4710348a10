package dev.tradewind.chaos.proxy;

import dev.tradewind.chaos.collect.Traffic;
import dev.tradewind.checker.Sending;
import dev.tradewind.checker.Sending.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which messages went into which queue, and which were acknowledged. Keeps ids only. Written by one thread, read by any.
 *
 * <p>A message that is not acknowledged shows as waiting: only whoever looks into the queues can tell whether it still is.
 */
final class TrafficLog implements Traffic {

  private static final String DEAD_LETTERS = "-dlq";
  // Longer than any handler may keep a message.
  private static final long REMEMBERED_NANOS = 1_800_000_000_000L;

  private final Map<String, Map<String, Fate>> queues = new ConcurrentHashMap<>();
  private final LinkedHashMap<String, Taken> receipts = new LinkedHashMap<>();
  private final LongSupplier nanoTime;

  TrafficLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private record Taken(String queue, String messageId, long at) {}

  /** A queue has it. What is put into a dead-letter queue was given up in the queue it belongs to. */
  void put(String queue, String messageId) {
    if (queue.endsWith(DEAD_LETTERS)) {
      fates(queue.substring(0, queue.length() - DEAD_LETTERS.length()))
          .merge(messageId, Fate.DEAD, (before, dead) -> before == Fate.PROCESSED ? before : dead);
    } else {
      fates(queue).putIfAbsent(messageId, Fate.WAITING);
    }
  }

  void delivered(String queue, String messageId, String receipt) {
    long now = nanoTime.getAsLong();
    receipts.put(receipt, new Taken(queue, messageId, now));
    while (now - receipts.firstEntry().getValue().at() > REMEMBERED_NANOS) {
      receipts.pollFirstEntry();
    }
  }

  /** Whoever got it under this receipt is done with it. */
  void acknowledged(String receipt) {
    Optional.ofNullable(receipts.remove(receipt)).ifPresent(taken ->
        fates(taken.queue()).compute(taken.messageId(), (id, fate) -> fate == Fate.DEAD ? Fate.DEAD : Fate.PROCESSED));
  }

  private Map<String, Fate> fates(String queue) {
    return queues.computeIfAbsent(queue, name -> new ConcurrentHashMap<>());
  }

  @Override
  public Collection<Sending> sendings() {
    Collection<Sending> all = new ArrayList<>();
    queues.forEach((queue, fates) -> fates.forEach((id, fate) -> all.add(new Sending(queue, id, fate))));
    return all;
  }
}
