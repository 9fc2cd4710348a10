package dev.tradewind.chaos.recovery;

import dev.tradewind.chaos.recovery.Away.Why;
import dev.tradewind.chaos.recovery.Journey.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How long orders that waited for a killed service took to go on once it was back.
 *
 * <p>An order is affected when the service it waits for, or the one that keeps it, was killed since the order's last commit and was back
 * before its next. The time counts from the last return of those two in between: a service that goes away again before it came to
 * the order is waited for again.
 *
 * @param affected orders that waited, once for each wait
 * @param p50 half of them went on within this time
 * @param p99 all but one in a hundred did
 * @param max the longest
 * @param waits all of them, shortest first
 */
public record Recovery(int affected, Duration p50, Duration p99, Duration max, List<Duration> waits) {

  private static final String KEEPER = "orders";

  public Recovery {
    waits = List.copyOf(waits);
  }

  /** Computes it from what happened. */
  public static Recovery of(Collection<Journey> journeys, Collection<Away> aways) {
    List<Away> ordered = aways.stream().sorted(Comparator.comparing(Away::from)).toList();
    List<Duration> waits = new ArrayList<>();
    for (Journey journey : journeys) {
      for (int i = 1; i < journey.stops().size(); i++) {
        addWait(journey.stops().get(i - 1), journey.stops().get(i).at(), ordered, waits);
      }
    }
    waits.sort(Comparator.naturalOrder());
    return waits.isEmpty() ? new Recovery(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of())
        : new Recovery(waits.size(), percentile(waits, 50), percentile(waits, 99), waits.getLast(), waits);
  }

  private static void addWait(Stop stop, Instant next, List<Away> aways, List<Duration> waits) {
    boolean killed = false;
    Instant back = Instant.MIN;
    for (Away away : aways) {
      if (away.from().isAfter(next)) {
        break;
      }
      boolean concerns = away.process().equals(stop.waitsFor()) || away.process().equals(KEEPER);
      // One that was away when the order came to it counts as much as one that went away afterwards.
      if (concerns && away.back().isAfter(stop.at()) && !away.back().isAfter(next)) {
        killed |= away.why() == Why.KILLED;
        back = away.back().isAfter(back) ? away.back() : back;
      }
    }
    if (killed) {
      waits.add(Duration.between(back, next));
    }
  }

  /** The smallest value that so many percent do not exceed. */
  private static Duration percentile(List<Duration> sorted, int percent) {
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }
}
