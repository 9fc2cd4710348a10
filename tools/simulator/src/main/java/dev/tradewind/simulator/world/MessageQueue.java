package dev.tradewind.simulator.world;

import dev.tradewind.checker.Sending;
import dev.tradewind.core.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An SQS standard queue and its dead-letter queue. It loses nothing, but may deliver late, twice, and in any order. */
final class MessageQueue {

  private static final long SOON = 20;

  private record Dead(Letter letter, String reason) {}

  private final World world;
  private final Fleet fleet;
  private final int index;
  private final String name;
  private final Wire wire;
  private final Map<String, Letter> letters = new HashMap<>();
  private final List<Dead> dead = new ArrayList<>();

  MessageQueue(World world, Fleet fleet, int index) {
    this.world = world;
    this.fleet = fleet;
    this.index = index;
    this.name = fleet.service().name() + "-" + fleet.service().queues().get(index).name();
    this.wire = new Wire(world, fleet.service());
  }

  Fleet fleet() {
    return fleet;
  }

  int index() {
    return index;
  }

  String name() {
    return name;
  }

  void put(Message message, long delay) {
    var letter = letters.get(message.id());
    if (letter == null) {
      letter = new Letter(this, message);
      letters.put(message.id(), letter);
    } else if (!letter.saysTheSameAs(message)) {
      world.odd("message %s was %s and is sent again as %s", message.id(), letter.message(), message);
    }
    if (world.alreadyComesAgain(letter)) {
      return;
    }
    deliver(letter, delay);
    if (world.fate().strikes(Fault.DUPLICATE)) {
      world.agenda().after(delay + world.fate().between(0, 60_000), Copy.of(world, letter));
    }
    if (world.fate().strikes(Fault.POISON)) {
      poison();
    }
  }

  private void deliver(Letter letter, long delay) {
    long time = delay + world.fate().between(1, SOON);
    if (world.fate().strikes(Fault.REORDER)) {
      time += world.fate().between(0, 2_000);
    }
    if (world.fate().strikes(Fault.DELAY)) {
      time += world.fate().between(1_000, 60_000);
    }
    world.agenda().after(time, Copy.of(world, letter));
  }

  private void poison() {
    int number = letters.size();
    var garbage = new Message("garbage/" + number, "/nobody", "garbage/" + number, 1, Instant.EPOCH, "nobody", "nobody", "", Optional.empty(), new Garbage(number));
    var letter = letters.computeIfAbsent(garbage.id(), fresh -> new Letter(this, garbage));
    deliver(letter, 0);
  }

  /** The message after it went through the queue. */
  Message read(Message message) {
    return world.plan().json() ? wire.carried(message) : message;
  }

  void bury(Letter letter, String reason) {
    if (world.isWatched()) {
      world.tell(name, "buries " + letter.message().id() + ": " + reason);
    }
    if (reason.isBlank()) {
      world.odd("message %s was buried without a reason", letter.message().id());
    }
    letter.buried();
    if (world.plan().sabotage().dropsDeadLetters()) {
      return;
    }
    letter.kept();
    dead.add(new Dead(letter, reason));
  }

  /** Puts back what lies in the dead-letter queue. Says whether there was anything that could be handled now. */
  boolean redrive() {
    var all = List.copyOf(dead);
    dead.clear();
    boolean useful = false;
    for (var one : all) {
      world.agenda().after(world.fate().between(1, 1_000), Copy.redriven(world, one.letter()));
      useful |= !(one.letter().message().data() instanceof Garbage);
    }
    world.redriven(all.size());
    return useful;
  }

  /** Delivers every message ever put here once more, in any order. */
  void repeat(long within) {
    for (var letter : List.copyOf(letters.values())) {
      letter.repeated();
      world.agenda().after(world.fate().between(0, within), Copy.of(world, letter));
    }
  }

  int size() {
    return letters.size();
  }

  void testify(List<Sending> to) {
    letters.forEach((id, letter) -> to.add(new Sending(name, id, letter.fate())));
  }
}
