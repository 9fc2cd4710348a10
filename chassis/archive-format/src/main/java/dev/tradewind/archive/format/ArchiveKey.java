package dev.tradewind.archive.format;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an object of the archive: {@code events/2026-11-21/14/shardId-000000000000/<first>-<last>.ndjson.gz}.
 *
 * @param hour in which the log took its records, UTC
 * @param shard the shard they came from
 * @param first sequence number of the first record
 * @param last sequence number of the last record
 */
public record ArchiveKey(Instant hour, String shard, String first, String last) {

  /** What the names of all objects with commits begin with. */
  public static final String EVENTS = "events/";

  static final String MANIFESTS = "manifests/";
  private static final String PARKED = "parked/";
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd/HH").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
  private static final Pattern KEY = Pattern.compile("events/(\\d{4}-\\d\\d-\\d\\d/\\d\\d)/([^/]+)/(\\d+)-(\\d+)\\.ndjson\\.gz");

  public ArchiveKey {
    Check.that(hour != null && hour.equals(hour.truncatedTo(ChronoUnit.HOURS)), "hour is a whole hour, but is %s", hour);
    Check.notBlank(shard, "shard");
    Check.notBlank(first, "first");
    Check.notBlank(last, "last");
  }

  /** Empty when it is not the name of such an object. */
  public static Optional<ArchiveKey> parse(String key) {
    var found = KEY.matcher(key);
    return found.matches()
        ? Optional.of(new ArchiveKey(
            LocalDateTime.parse(found.group(1), HOUR).toInstant(ZoneOffset.UTC), found.group(2), found.group(3), found.group(4)))
        : Optional.empty();
  }

  /** What the names of all objects of an hour begin with. */
  static String prefix(Instant time) {
    return EVENTS + HOUR.format(time);
  }

  /** The manifest of an hour and shard. */
  public static String manifest(Instant hour, String shard) {
    return MANIFESTS + HOUR.format(hour) + "/" + shard + ".ndjson";
  }

  /** A record that could not be read. */
  public static String parked(Instant arrived, String shard, String sequenceNumber) {
    return PARKED + DAY.format(arrived) + "/" + shard + "-" + sequenceNumber + ".json";
  }

  @Override
  public String toString() {
    return "%s/%s/%s-%s.ndjson.gz".formatted(prefix(hour), shard, first, last);
  }
}
