package dev.tradewind.bench;

import dev.tradewind.bench.ReadersResults.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All runs, one after the other. */
final class ReadersRun {

  private final ReadersSettings settings;
  private final Consumer<String> progress;

  /** @param progress is told what happens, a line each */
  ReadersRun(ReadersSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** @throws BenchException when the figures would be worth nothing */
  ReadersResults run() throws InterruptedException {
    double load = Circumstances.loadNow();
    List<Measured> measured = new ArrayList<>();
    for (int run = 1; run <= settings.runs(); run++) {
      progress.accept("run %d of %d".formatted(run, settings.runs()));
      measured.add(new ReadersTrial(settings, line -> progress.accept("  " + line)).run(run));
    }
    var here = Circumstances.now(settings.command(), load);
    return new ReadersResults(here.date(), here.commit(), here.command(), here.machine(), here.load(), measured);
  }
}
