package dev.tradewind.core.saga;

import dev.tradewind.core.Check;
import dev.tradewind.core.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a saga's table row by row: {@code .step(…).undo(…).within(…).attempts(…).onTimeout(…)}.
 *
 * @param <S> the state the commands are made from
 */
public final class SagaBuilder<S> {

  private final String name;
  private final List<Step<S>> steps = new ArrayList<>();

  SagaBuilder(String name) {
    this.name = name;
  }

  public Row step(String step, Function<S, Command> command) {
    return new Row(step, command);
  }

  /** @throws IllegalArgumentException when there is no step, or two of one name */
  public Saga<S> build() {
    return new Saga<>(name, steps);
  }

  /** A row being written; {@link #onTimeout} ends it. */
  public final class Row {

    private final String step;
    private final Function<S, Command> command;
    private Function<S, Command> undo;
    private boolean undoMayBeRefused;
    private Duration within = Duration.ofSeconds(10);
    private int attempts = 5;

    private Row(String step, Function<S, Command> command) {
      this.step = step;
      this.command = command;
    }

    public Row undo(Function<S, Command> undoing) {
      this.undo = undoing;
      return this;
    }

    /** An undo that the other side may refuse because it is too late. */
    public Row undoUnlessTooLate(Function<S, Command> undoing) {
      this.undoMayBeRefused = true;
      return undo(undoing);
    }

    /** How long the first attempt may take; each further one may take twice as long as the one before it. */
    public Row within(Duration first) {
      this.within = first;
      return this;
    }

    public Row attempts(int most) {
      this.attempts = most;
      return this;
    }

    public SagaBuilder<S> onTimeout(OnTimeout meaning) {
      Check.notNull(undo, "an undo for step " + step);
      steps.add(new Step<>(step, command, undo, within, attempts, meaning, undoMayBeRefused));
      return SagaBuilder.this;
    }
  }
}
