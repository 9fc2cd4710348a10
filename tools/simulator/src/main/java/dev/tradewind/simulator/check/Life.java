package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;
import static dev.tradewind.simulator.check.Fingerprints.mix;

import dev.tradewind.core.History;
import dev.tradewind.simulator.check.Running.Ending;
import dev.tradewind.simulator.check.Running.Input;
import dev.tradewind.simulator.check.Running.Read;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A moment in the life of a process: all it was fed since it started, what it is busy with, and what it waits for. It never changes. The
 * process that really runs is lent to whoever goes on from here first; whoever comes later runs another one up to here.
 */
final class Life {

  /**
   * A task being handled.
   *
   * @param saw what it heard and read so far, in order, and when: that decides what it does next
   */
  record Handling(int number, Waiting task, long saw) {}

  /** What follows from an input, as long as what was looked at is the same: the process afterwards, and the tasks that came to their end. */
  record Next(Life life, List<Finished> finished, List<Read> looked) {}

  /** A task that came to its end. */
  record Finished(Waiting task, Ending ending) {}

  private final Setting setting;
  private final int place;
  private final Optional<Life> before;
  private final Optional<Input> input;
  private final int begun;
  private final List<Handling> busy;
  private final List<Effect> effects;
  private final Memory memory;
  private final long hash;
  /** Held only as long as there is room: another can always be run up to here. */
  private WeakReference<Running> running = new WeakReference<>(null);

  private Life(Setting setting, int place, Optional<Life> before, Optional<Input> input, int begun, List<Handling> busy, List<Effect> effects, Memory memory) {
    this.setting = setting;
    this.place = place;
    this.before = before;
    this.input = input;
    this.begun = begun;
    this.busy = busy;
    this.effects = effects;
    this.memory = memory;
    this.hash = fingerprint();
  }

  /** A process that has just started. */
  static Life fresh(Setting setting, int place) {
    return setting.courses().representative(new Life(setting, place, Optional.empty(), Optional.empty(), 0, List.of(), List.of(), Memory.NONE));
  }

  Next begin(Waiting task, Kept kept, Instant at) {
    long input = both(both(1, task.id()), at.toEpochMilli());
    return setting.courses().known(hash, input, kept).orElseGet(() -> {
      var more = new ArrayList<>(busy);
      more.add(new Handling(begun, task, at.toEpochMilli()));
      return setting.courses().remember(hash, input, fed(new Input(at, true, begun, task.task(), new ArrayList<>(1)), more, effects, memory, begun, kept));
    });
  }

  Next hear(Effect effect, Object result, Kept kept, Instant at) {
    var fingerprints = setting.fingerprints();
    long heard = both(both(effect.id(), fingerprints.of(result)), at.toEpochMilli());
    long input = both(heard, 2L + effect.number());
    return setting.courses().known(hash, input, kept).orElseGet(() -> {
      var fewer = new ArrayList<>(effects);
      fewer.remove(effect);
      var seeing = new ArrayList<Handling>(busy.size());
      for (var one : busy) {
        seeing.add(one.number() == effect.handling() ? new Handling(one.number(), one.task(), both(one.saw(), heard)) : one);
      }
      return setting.courses().remember(hash, input, fed(new Input(at, false, effect.number(), result, new ArrayList<>(1)), seeing, fewer,
          memory.heard(effect.what(), result, setting), effect.handling(), kept));
    });
  }

  List<Handling> busy() {
    return busy;
  }

  List<Effect> effects() {
    return effects;
  }

  int place() {
    return place;
  }

  /** The same only for processes that will do the same. */
  long hash() {
    return hash;
  }

  private Next fed(Input next, List<Handling> nowBusy, List<Effect> left, Memory before, int handling, Kept kept) {
    var process = borrow();
    var reaction = process.feed(next, kept);
    var looked = new ArrayList<>(next.reads());
    var recalling = before;

    // Who read nothing of a stream went by what the process remembered of it.
    long read = next.begins() && next.reads().stream().noneMatch(one -> one.answer() instanceof History) ? before.history() : 0;
    for (int i = 0; i < next.reads().size(); i++) {
      read = both(read, setting.fingerprints().of(next.reads().get(i).answer()));
      recalling = recalling.read(next.reads().get(i).answer(), setting);
    }
    var still = new ArrayList<Handling>(nowBusy.size());
    var finished = new ArrayList<Finished>(1);
    for (var one : nowBusy) {
      var ending = reaction.endings().stream().filter(end -> end.handling() == one.number()).findFirst();
      if (ending.isPresent()) {
        finished.add(new Finished(one.task(), ending.get()));
        if (ending.get().failure() == null) {
          Function<Kept, Boolean> remembered = isRemembered(one.task());
          boolean answer = remembered.apply(kept);
          looked.add(new Read(remembered, answer));
          recalling = answer ? recalling.handled(one.task().id()) : recalling;
        }
      } else {
        still.add(one.number() == handling && read != 0 ? new Handling(one.number(), one.task(), both(one.saw(), read)) : one);
      }
    }
    var waiting = left;
    if (!reaction.effects().isEmpty()) {
      waiting = new ArrayList<>(left);
      waiting.addAll(reaction.effects());
    }
    var life = new Life(setting, place, Optional.of(this), Optional.of(next), next.begins() ? begun + 1 : begun, still, waiting, recalling);
    life.running = new WeakReference<>(process);
    return new Next(setting.courses().representative(life), finished, looked);
  }

  /** A stream's handler remembers a message only when a commit was made because of it; the handlers of stock remember every one. */
  private Function<Kept, Boolean> isRemembered(Waiting task) {
    if (task.message().isEmpty() || setting.isShared(place)) {
      boolean always = task.message().isPresent();
      return kept -> always;
    }
    var service = setting.service(place).name();
    var cause = task.message().get().id();
    return kept -> kept.records().hasCause(service, cause);
  }

  private Running borrow() {
    var lent = running.get();
    if (lent != null) {
      running.clear();
      return lent;
    }
    var inputs = new ArrayDeque<Input>();
    for (var life = this; life.input.isPresent(); life = life.before.orElseThrow()) {
      inputs.addFirst(life.input.get());
    }
    var again = new Running(setting, place);
    inputs.forEach(one -> again.feed(one, null));
    return again;
  }

  private long fingerprint() {
    long sum = 0;
    int position = 0;
    for (var one : busy) {
      // Where orders share a process, whoever came first goes first.
      long who = setting.isShared(place) ? both(one.task().id(), position++) : one.task().id();
      sum += mix(both(who, both(one.saw(), effectsOf(one.number()))));
    }
    for (var effect : effects) {
      if (busy.stream().noneMatch(one -> one.number() == effect.handling())) {
        sum += mix(both(3, effect.id()));
      }
    }
    return both(both(place, memory.hash()), sum);
  }

  private long effectsOf(int handling) {
    long sum = 0;
    for (var effect : effects) {
      if (effect.handling() == handling) {
        sum += mix(effect.id());
      }
    }
    return sum;
  }
}
