package dev.tradewind.simulator;

import dev.tradewind.simulator.world.Timeline;
import java.io.PrintStream;
import java.time.Duration;

/** A line for each thing that happens. */
final class PrintedTimeline implements Timeline {

  private final PrintStream out;

  PrintedTimeline(PrintStream out) {
    this.out = out;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void tell(long time, String who, String what) {
    var since = Duration.ofMillis(time);
    var days = since.toDays() == 0 ? "" : since.toDays() + "d ";
    out.printf("%s%02d:%02d:%02d.%03d  %-18s %s%n", days, since.toHoursPart(), since.toMinutesPart(), since.toSecondsPart(), since.toMillisPart(), who, what);
  }
}
