package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;
import static dev.tradewind.simulator.check.Fingerprints.mix;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a process remembers beyond the tasks it is busy with, as far as it can matter: the newest version it saw of its stream (a process
 * remembers streams), what it believes is on the shelves, and which messages it handled to their end. Two processes of which this is
 * equal behave alike from then on; if in doubt, it tells apart what need not be told apart, which costs time and hides nothing.
 *
 * @param version of the order's stream in this service, as it saw it last
 * @param history what it saw: in another course of events the same version may be something else
 * @param shelves follows from the last look and from the writes since then, whose order does not matter
 * @param done ids of messages
 */
record Memory(long version, long history, long shelves, Set<Long> done) {

  static final Memory NONE = new Memory(0, 0, 0, Set.of());

  Memory read(Object what, Setting setting) {
    return switch (what) {
      case History<?> read when read.version() >= version -> new Memory(read.version(), setting.fingerprints().of(read), shelves, done);
      case History<?> old -> this;
      case Map<?, ?> look -> new Memory(version, history, both(isNewLook(look, setting) ? 0 : shelves, setting.fingerprints().of(look)), done);
      case null, default -> this;
    };
  }

  /** Directories are read first; when those of all products are, nothing of what was believed before is left. */
  private static boolean isNewLook(Map<?, ?> look, Setting setting) {
    return look.keySet().equals(setting.world().stock().keySet());
  }

  Memory heard(Object what, Object result, Setting setting) {
    var fingerprints = setting.fingerprints();
    return switch (what) {
      case Commit<?> commit when result instanceof Append.Appended && commit.version() == version + 1 ->
          new Memory(commit.version(), fingerprints.longer(history, commit), shelves, done);
      case StockWrite write when write.counters().isEmpty() -> this;
      case StockWrite write -> new Memory(version, history, result instanceof WriteOutcome.Written
          ? shelves + mix(fingerprints.of(write.counters()))
          : both(both(shelves, fingerprints.of(Set.copyOf(write.counters().keySet()))), fingerprints.of(result)), done);
      default -> this;
    };
  }

  Memory handled(long message) {
    if (done.contains(message)) {
      return this;
    }
    var more = new HashSet<>(done);
    more.add(message);
    return new Memory(version, history, shelves, more);
  }

  long hash() {
    long sum = 0;
    for (long message : done) {
      sum += mix(message);
    }
    return both(both(history, shelves), sum);
  }
}
