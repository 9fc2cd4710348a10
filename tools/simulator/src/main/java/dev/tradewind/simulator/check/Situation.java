package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;

import dev.tradewind.inventory.grouping.ContendedStock;
import dev.tradewind.core.ContendedStream;
import dev.tradewind.simulator.check.Step.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything there is at one moment. It never changes; each step leads to another one. */
final class Situation {

  /** Where a step leads. */
  record Reached(Step step, Situation situation) {}

  private static final Lost NO_ANSWER = new Lost();

  private final Setting setting;
  private final Kept kept;
  private final List<Life> lives;
  private final Instant now;
  private final Left left;

  Situation(Setting setting, Kept kept, List<Life> lives, Instant now, Left left) {
    this.setting = setting;
    this.kept = kept;
    this.lives = lives;
    this.now = now;
    this.left = left;
  }

  Kept kept() {
    return kept;
  }

  Setting setting() {
    return setting;
  }

  Instant now() {
    return now;
  }

  List<Life> lives() {
    return lives;
  }

  Left left() {
    return left;
  }

  /** Situations from which the same can follow have the same. */
  long hash() {
    long sum = kept.hash();
    for (int place = 0; place < lives.size(); place++) {
      sum += both(place, lives.get(place).hash());
    }
    return both(both(sum, left.hash()), Duration.between(Setting.BEGINNING, now).toMillis());
  }

  /** Every step there is, or enough of them: see {@link Choices}. */
  List<Step> steps() {
    return new Choices(this).steps();
  }

  /** Where the step leads: to one situation, or to a second one in which the process dies right after it. */
  List<Reached> take(Step step) {
    var then = switch (step.kind()) {
      case DELIVER -> deliver(step, false);
      case DELIVER_AND_KEEP_A_COPY -> deliver(step, true);
      case DO -> perform(step, Optional.empty());
      case LOSE_THE_ANSWER -> perform(step, Optional.of(NO_ANSWER));
      case DO_AND_DIE -> performAndDie(step);
      case LET_TIME_PASS -> later((Choices.Patience) step.what());
      case ACKNOWLEDGE_AND_DIE -> throw new IllegalArgumentException("this follows from another step");
    };
    var reached = new Reached(step, then);
    boolean acknowledged = step.place() >= 0 && busy(then, step.place()) < busy(this, step.place()) + (isDelivery(step) ? 1 : 0);
    return acknowledged && step.kind() != Kind.DO_AND_DIE && then.left.mayCrash(setting, step.place())
        ? List.of(reached, new Reached(step.instead(Kind.ACKNOWLEDGE_AND_DIE), then.crashed(step.place())))
        : List.of(reached);
  }

  private Situation deliver(Step step, boolean again) {
    var task = (Waiting) step.what();
    var after = kept.fork();
    if (!again) {
      after.mail().take(task);
    }
    return fed(after, lives.get(step.place()).begin(task, after, now), again ? left.duplicated() : left);
  }

  private Situation perform(Step step, Optional<Lost> answer) {
    var effect = (Effect) step.what();
    var after = kept.fork();
    var result = done(effect, after);
    return fed(after, lives.get(step.place()).hear(effect, answer.isPresent() ? answer.get() : result, after, now), answer.isPresent() ? left.lost() : left);
  }

  private Situation performAndDie(Step step) {
    var after = kept.fork();
    done((Effect) step.what(), after);
    return new Situation(setting, after, lives, now, left).crashed(step.place());
  }

  private static Object done(Effect effect, Kept in) {
    try {
      return effect.action().apply(in);
    } catch (RuntimeException refusal) {
      return refusal;
    }
  }

  private Situation fed(Kept after, Life.Next next, Left stillLeft) {
    for (var finished : next.finished()) {
      var failure = finished.ending().failure();
      if (failure == null) {
        after.handled(finished.task(), finished.ending().answer());
      } else {
        if (!(failure instanceof Lost || failure instanceof ContendedStream || failure instanceof ContendedStock)) {
          after.odd("handling %s failed with %s".formatted(finished.task().task(), failure));
        }
        if (finished.task().comesBack()) {
          after.mail().put(finished.task());
        }
      }
    }
    return new Situation(setting, after, with(next.life()), now, stillLeft);
  }

  /** Its messages and operators come back; its client hears nothing. */
  private Situation crashed(int place) {
    var after = kept.fork();
    for (var handling : lives.get(place).busy()) {
      if (handling.task().comesBack()) {
        after.mail().put(handling.task());
      }
    }
    return new Situation(setting, after, with(Life.fresh(setting, place)), now, left.crashed(setting, place));
  }

  private Situation later(Choices.Patience patience) {
    return new Situation(setting, kept, lives, patience.until(), left.waitedFor(patience.late()));
  }

  private List<Life> with(Life life) {
    var others = new ArrayList<>(lives);
    others.set(life.place(), life);
    return others;
  }

  private static int busy(Situation in, int place) {
    return in.lives.get(place).busy().size();
  }

  private static boolean isDelivery(Step step) {
    return step.kind() == Kind.DELIVER || step.kind() == Kind.DELIVER_AND_KEEP_A_COPY;
  }

  /** What a process hears when no answer comes. */
  private static final class Lost extends RuntimeException {

    Lost() {
      super("no answer came", null, false, false);
    }
  }
}
