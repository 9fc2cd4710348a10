package dev.tradewind.janitor;

import dev.tradewind.archive.format.Compaction;
import dev.tradewind.core.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done.
 *
 * @param since commits made before are not looked for in log and archive, and stock is not summed; empty for everything there is
 * @param grace how old a commit must be to be judged: longer than the archive is behind, and than an order takes from one step to the next
 * @param compaction how the archive is tidied up; empty to leave it as it is
 * @param mostFindings findings that are kept and told; more are counted
 * @param mostInMemory commits that are held in memory while they are sorted
 */
public record Task(Optional<Instant> since, Duration grace, Optional<Compaction.Settings> compaction, int mostFindings, int mostInMemory) {

  public Task {
    Check.notNull(since, "since");
    Check.that(!grace.isNegative(), "grace must not be negative, but is %s", grace);
    Check.notNull(compaction, "compaction");
    Check.that(mostFindings > 0, "mostFindings must be 1 or more, but is %d", mostFindings);
    Check.that(mostInMemory > 0, "mostInMemory must be 1 or more, but is %d", mostInMemory);
  }

  /** Everything, with five minutes of grace, and the archive tidied up as usual. */
  public static Task usual() {
    return new Task(Optional.empty(), Duration.ofMinutes(5), Optional.of(Compaction.Settings.USUAL), 1_000, 50_000);
  }
}
