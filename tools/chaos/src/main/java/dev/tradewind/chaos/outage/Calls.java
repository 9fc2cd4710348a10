package dev.tradewind.chaos.outage;

/**
 * What arrived at the payment provider, as it counts itself.
 *
 * @param calls of any kind
 * @param operations they were for, each once
 * @param callsWhileAway those of them that came while it was away
 * @param operationsWhileAway what those were for
 */
record Calls(long calls, long operations, long callsWhileAway, long operationsWhileAway) {

  /** What arrived since then. An operation that was called for before and after counts where it came first. */
  Calls since(Calls then) {
    return new Calls(calls - then.calls, operations - then.operations, callsWhileAway - then.callsWhileAway,
        operationsWhileAway - then.operationsWhileAway);
  }

  /** Calls for each operation that was needed: 1 when nothing is ever repeated. */
  double amplification() {
    return operations == 0 ? 0 : (double) calls / operations;
  }
}
