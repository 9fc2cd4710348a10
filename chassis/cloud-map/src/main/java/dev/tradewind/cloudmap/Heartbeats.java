package dev.tradewind.cloudmap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells instances that were killed from those that live: a heartbeat that no longer changes is silence. How long, the reader's own clock
 * says: it counts from when it saw the heartbeat change, so the clocks of others do not matter. Only of an instance it sees for the first
 * time does it take the written time, to know long-dead ones at once; a clock that is wrong then heals with the next beat.
 *
 * <p>When all are silent, the heartbeats are at fault and not the instances: all are kept, and when the first is heard again, each has the
 * whole time to be heard too. An instance without a heartbeat is never silent.
 */
final class Heartbeats {

  private record Beat(String value, Instant heardAt) {}

  private final Duration silentAfter;
  private final InstantSource clock;
  private Map<String, Beat> beats = Map.of();
  private Instant lastHeard = Instant.MIN;

  Heartbeats(Duration silentAfter, InstantSource clock) {
    this.silentAfter = silentAfter;
    this.clock = clock;
  }

  /** Those that are not silent; all of them when all that beat are. */
  List<Entry> alive(List<Entry> entries) {
    var now = clock.instant();
    hear(entries, now);
    var alive = entries.stream().filter(entry -> !silent(entry, now)).toList();
    return alive.stream().anyMatch(entry -> beats.containsKey(entry.id())) ? alive : entries;
  }

  /** Nobody listened for a while: what was heard before says nothing about what is heard next. */
  void forget() {
    beats = Map.of();
    lastHeard = Instant.MIN;
  }

  private void hear(List<Entry> entries, Instant now) {
    var heard = new HashMap<String, Beat>();
    entries.forEach(entry -> entry.attribute(Attributes.HEARTBEAT).ifPresent(value -> heard.put(entry.id(), beat(entry.id(), value, now))));
    var latest = heard.values().stream().map(Beat::heardAt).max(Instant::compareTo).orElse(lastHeard);
    if (!beats.isEmpty() && latest.isAfter(lastHeard.plus(silentAfter))) {
      heard.replaceAll((id, beat) -> new Beat(beat.value(), now));
    }
    lastHeard = latest.isAfter(lastHeard) ? latest : lastHeard;
    beats = heard;
  }

  private Beat beat(String id, String value, Instant now) {
    return Optional.ofNullable(beats.get(id))
        .map(before -> before.value().equals(value) ? before : new Beat(value, now))
        .orElseGet(() -> new Beat(value, written(value).filter(now::isAfter).orElse(now)));
  }

  private static Optional<Instant> written(String value) {
    try {
      return Optional.of(Instant.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private boolean silent(Entry entry, Instant now) {
    return Optional.ofNullable(beats.get(entry.id())).filter(beat -> now.isAfter(beat.heardAt().plus(silentAfter))).isPresent();
  }
}
