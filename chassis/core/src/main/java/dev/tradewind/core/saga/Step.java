package dev.tradewind.core.saga;

import dev.tradewind.core.Check;
import dev.tradewind.core.Command;
import java.time.Duration;
import java.util.function.Function;

/**
 * One row of the saga's table.
 *
 * @param name stable: events refer to it
 * @param command what asks for the step
 * @param undo what asks to undo it
 * @param within how long the first attempt may take; each further one may take twice as long as the one before it
 * @param attempts how often it is asked for, 1 to 20; the undo likewise
 * @param onTimeout what it means when the last attempt took longer
 * @param undoMayBeRefused whether the other side may say that it is too late to undo; such steps are undone first
 * @param <S> the state the commands are made from
 */
public record Step<S>(
    String name,
    Function<S, Command> command,
    Function<S, Command> undo,
    Duration within,
    int attempts,
    OnTimeout onTimeout,
    boolean undoMayBeRefused) {

  private static final int MOST_ATTEMPTS = 20;

  public Step {
    Check.notBlank(name, "name");
    Check.notNull(command, "command");
    Check.notNull(undo, "undo");
    Check.that(within.isPositive(), "step %s: within must be positive, but is %s", name, within);
    Check.that(attempts >= 1 && attempts <= MOST_ATTEMPTS, "step %s: attempts are 1 to %d, but are %d", name, MOST_ATTEMPTS, attempts);
    Check.notNull(onTimeout, "onTimeout");
  }

  /**
   * How long this attempt may take. It doubles, so that a crowd of orders that wait does not ask faster than they are answered.
   *
   * @param attempt 1 for the first
   */
  Duration patience(int attempt) {
    return within.multipliedBy(1L << (attempt - 1));
  }
}
