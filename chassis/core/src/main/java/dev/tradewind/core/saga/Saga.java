package dev.tradewind.core.saga;

import dev.tradewind.core.Check;
import dev.tradewind.core.saga.Progress.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A table of steps and the rules of walking it: forward one by one; back through what is done, steps whose undo may be refused
 * first, the rest in reverse. Pure: each rule maps one {@link Progress} to the next.
 *
 * @param <S> the state the commands are made from
 */
public final class Saga<S> {

  private final String name;
  private final List<Step<S>> steps;

  Saga(String name, List<Step<S>> steps) {
    this.name = Check.notBlank(name, "name");
    this.steps = List.copyOf(steps);
    Check.that(!steps.isEmpty(), "saga %s has no steps", name);
    Check.that(steps.stream().map(Step::name).distinct().count() == steps.size(), "saga %s names a step twice", name);
  }

  /** Begins a table. Its name is stored with whatever runs it: change the steps, change the name. */
  public static <S> SagaBuilder<S> saga(String name) {
    return new SagaBuilder<>(name);
  }

  public String name() {
    return name;
  }

  /** How many steps there are. */
  public int size() {
    return steps.size();
  }

  /** The step that is being done or undone; none when the saga is over. */
  public Optional<Step<S>> current(Progress progress) {
    return switch (progress.phase()) {
      case FORWARD -> firstNotIn(progress);
      case COMPENSATING -> steps.stream().filter(step -> progress.done().contains(step.name())).max(undoOrder());
      case COMPLETED, COMPENSATED -> Optional.empty();
    };
  }

  /** When the current attempt has taken too long; none when nothing is being waited for. */
  public Optional<Instant> due(Progress progress) {
    return progress.needsAttention() || !progress.isAsked()
        ? Optional.empty()
        : current(progress).map(step -> progress.since().plus(step.patience(progress.attempt())));
  }

  public boolean mayTryAgain(Progress progress) {
    return current(progress).filter(step -> progress.attempt() < step.attempts()).isPresent();
  }

  public Progress begun(Instant at) {
    return armed(Progress.none().asking(Phase.FORWARD, 1, at), at);
  }

  public Progress completed(Progress progress, String step, Instant at) {
    var further = progress.with(step);
    return allDone(further)
        ? further.atRest(Phase.COMPLETED, false)
        : armed(further.asking(Phase.FORWARD, 1, at), at);
  }

  /**
   * It is held up: the step under way may finish, and nothing else is due before the time given. A deadline of its own is armed for that; those
   * outstanding may come and wait for it too, so they are not counted on.
   *
   * @param until when it is held up no longer, whatever happens
   */
  public Progress heldUp(Progress progress, Instant until) {
    return progress.armedFor(until);
  }

  /** The same as {@link #completed} while it is held up: the next step is not asked for. It is {@link #retried} when it may go on. */
  public Progress completedHeldUp(Progress progress, String step, Instant at) {
    var further = progress.with(step);
    return allDone(further) ? further.atRest(Phase.COMPLETED, false) : further.asking(Phase.FORWARD, 0, at);
  }

  public Progress retried(Progress progress, int attempt, Instant at) {
    return armed(progress.asking(progress.phase(), attempt, at), at);
  }

  /**
   * Turns round.
   *
   * @param currentToo whether the step under way may have happened and must be undone too
   */
  public Progress compensating(Progress progress, boolean currentToo, Instant at) {
    var step = current(progress);
    var from = currentToo && step.isPresent() ? progress.with(step.get().name()) : progress;
    return back(from, at);
  }

  public Progress undone(Progress progress, String step, Instant at) {
    return back(progress.without(step), at);
  }

  /** An undo came too late: nothing is undone, and the saga is where it was before it turned round. */
  public Progress undoRefused(Progress progress, Instant at) {
    return allDone(progress)
        ? progress.atRest(Phase.COMPLETED, false)
        : armed(progress.asking(Phase.FORWARD, 1, at), at);
  }

  public Progress needingAttention(Progress progress) {
    return progress.atRest(progress.phase(), true);
  }

  private Optional<Step<S>> firstNotIn(Progress progress) {
    for (var step : steps) {
      if (!progress.done().contains(step.name())) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private boolean allDone(Progress progress) {
    return firstNotIn(progress).isEmpty();
  }

  private Progress back(Progress progress, Instant at) {
    return progress.done().isEmpty()
        ? progress.atRest(Phase.COMPENSATED, false)
        : armed(progress.asking(Phase.COMPENSATING, 1, at), at);
  }

  /** One outstanding deadline is enough while it comes no later than what is due: when it finds nothing due, it waits on. */
  private Progress armed(Progress progress, Instant at) {
    var due = due(progress).orElseThrow();
    return progress.armed().isAfter(at) && !due.isBefore(progress.armed()) ? progress : progress.armedFor(due);
  }

  private Comparator<Step<S>> undoOrder() {
    return Comparator.<Step<S>, Boolean>comparing(Step::undoMayBeRefused).thenComparing(steps::indexOf);
  }
}
