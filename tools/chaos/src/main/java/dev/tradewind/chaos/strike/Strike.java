package dev.tradewind.chaos.strike;

import java.time.Duration;

/** One thing that is done to a process. */
public sealed interface Strike {

  /** When, from the beginning of the run. */
  Duration at();

  /** To which process; when that one is away, to another service. */
  String victim();

  /** Ended at once, and started again. */
  record Kill(Duration at, String victim) implements Strike {}

  /** Held, and let go after some time. */
  record Stop(Duration at, String victim, Duration length) implements Strike {}

  /** Asked to end, and started again. */
  record Restart(Duration at, String victim) implements Strike {}
}
