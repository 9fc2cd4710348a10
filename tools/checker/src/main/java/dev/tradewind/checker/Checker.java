package dev.tradewind.checker;

import java.util.ArrayList;
import java.util.List;

/** Decides whether the promise was kept. */
public final class Checker {

  private static final List<Invariant> INVARIANTS = List.of(
      new EveryOrderEnds(), new MoneyIsRight(), new StockAddsUp(), new AllOrNothing(), new GaplessStreams(), new NothingIsNowhere(),
      new SameKeySameAnswer());

  private Checker() {}

  /** Every invariant that can be seen in one piece of evidence: all but the sixth, and the ninth only where there are views. */
  public static Verdict check(Evidence evidence) {
    var facts = new Facts(evidence);
    var findings = new ArrayList<Finding>(INVARIANTS.size());
    for (var invariant : INVARIANTS) {
      findings.add(invariant.examine(facts));
    }
    evidence.views().ifPresent(views -> findings.add(ViewsShowWhatWasTold.examine(views)));
    return new Verdict(findings);
  }

  /**
   * The sixth invariant: that messages handled again, and requests sent again, changed nothing.
   *
   * @param before read when everything had come to rest
   * @param after read when, after the repeats, everything had come to rest again
   */
  public static Finding unchanged(Evidence before, Evidence after) {
    return Comparison.of(before, after);
  }
}
