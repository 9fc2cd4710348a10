package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Second deliveries of messages, kept until they are due. The queue knows nothing of them, so their receipts are answered for here. */
final class Copies {

  private static final String RECEIPT = "second-delivery-";

  private final LongSupplier nanoTime;
  private final Map<String, List<Copy>> waiting = new HashMap<>();
  private long made;

  Copies(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private record Copy(ObjectNode message, long due) {}

  static boolean isReceiptOfOne(String receipt) {
    return receipt.startsWith(RECEIPT);
  }

  void keep(String queue, ObjectNode message, long delayNanos) {
    ObjectNode copy = message.deepCopy().put("ReceiptHandle", RECEIPT + ++made);
    waiting.computeIfAbsent(queue, name -> new ArrayList<>()).add(new Copy(copy, nanoTime.getAsLong() + delayNanos));
  }

  /** Adds those that are due, as far as there is room; tells whether any was. */
  boolean addDue(String queue, ArrayNode messages, int most) {
    Iterator<Copy> copies = waiting.getOrDefault(queue, List.of()).iterator();
    int before = messages.size();
    while (messages.size() < most && copies.hasNext()) {
      Copy copy = copies.next();
      if (copy.due() - nanoTime.getAsLong() <= 0) {
        messages.add(copy.message());
        copies.remove();
      }
    }
    return messages.size() > before;
  }

  void forget() {
    waiting.clear();
  }
}
