package dev.tradewind.bench;

import dev.tradewind.bench.Results.Measured;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * All runs of all contenders. They take turns, and who begins changes from run to run, so that whatever else the machine does meets
 * them alike. Never two at once.
 */
final class Run {

  private final Settings settings;
  private final Consumer<String> progress;
  private final Map<Contender, Integer> inFlight = new EnumMap<>(Contender.class);

  /** @param progress is told what happens, a line each */
  Run(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** @throws BenchException when the figures would be worth nothing */
  Results run() throws InterruptedException {
    double load = Circumstances.loadNow();
    List<Measured> measured = new ArrayList<>();
    for (int run = 1; run <= settings.runs(); run++) {
      for (Contender contender : inTurn(settings.contenders(), run)) {
        progress.accept("run %d of %d: %s".formatted(run, settings.runs(), contender.title()));
        OptionalInt known = inFlight.containsKey(contender) ? OptionalInt.of(inFlight.get(contender)) : OptionalInt.empty();
        Measured one = new Trial(contender, settings, line -> progress.accept("  " + line)).run(run, known);
        inFlight.putIfAbsent(contender, one.sustained().inFlight());
        measured.add(one);
      }
    }
    var here = Circumstances.now(settings.command(), load);
    return new Results(here.date(), here.commit(), here.command(), here.machine(), here.load(), measured);
  }

  static List<Contender> inTurn(List<Contender> contenders, int run) {
    return run % 2 == 1 ? contenders : contenders.reversed();
  }
}
