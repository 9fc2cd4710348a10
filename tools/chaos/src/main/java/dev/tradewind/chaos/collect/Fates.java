package dev.tradewind.chaos.collect;

import dev.tradewind.chaos.collect.Queues.Content;
import dev.tradewind.checker.Sending;
import dev.tradewind.checker.Sending.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out about messages that nobody acknowledged. Queues cannot be asked for a message, only how many they hold: so many may still be
 * there, and more than that are lost.
 */
final class Fates {

  private final Map<String, Set<String>> dead = new HashMap<>();
  private final Function<String, Content> contents;
  private final Set<String> deadlines;

  /** @param deadlines ids of messages that may rest in a queue until they are due */
  Fates(Collection<Dead> dead, Function<String, Content> contents, Set<String> deadlines) {
    dead.forEach(one -> this.dead.computeIfAbsent(one.queue(), first -> new HashSet<>()).add(one.messageId()));
    this.contents = contents;
    this.deadlines = deadlines;
  }

  List<Sending> settle(Collection<Sending> sendings) {
    var settled = new ArrayList<Sending>(sendings.size());
    Map<String, List<Sending>> open = new HashMap<>();
    for (var sending : sendings) {
      if (sending.fate() != Fate.WAITING) {
        settled.add(sending);
      } else if (dead.getOrDefault(sending.queue(), Set.of()).contains(sending.messageId())) {
        settled.add(with(sending, Fate.DEAD));
      } else {
        open.computeIfAbsent(sending.queue(), first -> new ArrayList<>()).add(sending);
      }
    }
    open.forEach((queue, some) -> settled.addAll(found(some, contents.apply(queue))));
    return settled;
  }

  /** Deadlines come first for the places of what is not due: it is mostly they that rest there. */
  private List<Sending> found(List<Sending> open, Content content) {
    var inTurn = new ArrayList<Sending>(open.size());
    open.stream().filter(sending -> deadlines.contains(sending.messageId())).forEach(inTurn::add);
    open.stream().filter(sending -> !deadlines.contains(sending.messageId())).forEach(inTurn::add);
    var found = new ArrayList<Sending>(open.size());
    for (int i = 0; i < inTurn.size(); i++) {
      found.add(with(inTurn.get(i), i < content.later() ? Fate.DELAYED : i < content.later() + content.now() ? Fate.WAITING : Fate.LOST));
    }
    return found;
  }

  private static Sending with(Sending sending, Fate fate) {
    return new Sending(sending.queue(), sending.messageId(), fate);
  }
}
