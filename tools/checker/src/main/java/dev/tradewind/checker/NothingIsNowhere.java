package dev.tradewind.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a commit holds was put into every queue it is for, and what was put into a queue was handled or is in the dead-letter queue. */
final class NothingIsNowhere implements Invariant {

  @Override
  public Finding examine(Facts facts) {
    var notes = new Notes(7, "every message is processed or in a dead-letter queue, never nowhere");
    var sent = sent(facts.evidence(), notes);
    for (var stream : facts.evidence().streams()) {
      for (var commit : stream.commits()) {
        for (var message : commit.messages()) {
          look(message, sent, notes);
        }
      }
    }
    return notes.finding();
  }

  private static Map<String, Set<String>> sent(Evidence evidence, Notes notes) {
    var byQueue = new HashMap<String, Set<String>>();
    for (var sending : evidence.sendings()) {
      notes.lookedAt(1);
      byQueue.computeIfAbsent(sending.queue(), first -> new HashSet<>()).add(sending.messageId());
      switch (sending.fate()) {
        case PROCESSED, DEAD, DELAYED -> {
          // It was handled, or is where it can be found again.
        }
        case WAITING -> notes.violated("message %s still waits in %s", sending.messageId(), sending.queue());
        case LOST -> notes.violated("message %s was put into %s and is nowhere", sending.messageId(), sending.queue());
      }
    }
    return byQueue;
  }

  private static void look(Stream.Outgoing message, Map<String, Set<String>> sent, Notes notes) {
    for (var queue : message.queues()) {
      notes.lookedAt(1);
      if (!sent.getOrDefault(queue, Set.of()).contains(message.id())) {
        notes.violated("message %s was never put into %s", message.id(), queue);
      }
    }
  }
}
