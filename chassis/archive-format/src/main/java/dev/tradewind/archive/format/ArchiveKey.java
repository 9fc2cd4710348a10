package dev.tradewind.archive.format;

import dev.tradewind.core.Check;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an object of the archive: {@code events/2026-11-21/14/shardId-000000000000/<first>-<last>.ndjson.gz} for a batch, and
 * {@code …/whole-<first>-<last>.ndjson.gz} for several that were merged. That one comes after all batches of its hour and shard when keys are
 * listed: whoever lists them while batches are deleted has seen the batch, or will see what it was merged into.
 *
 * @param hour in which the log took its records, UTC
 * @param shard the shard they came from
 * @param first sequence number of the first record
 * @param last sequence number of the last record
 * @param merged whether several objects were merged into it
 */
public record ArchiveKey(Instant hour, String shard, String first, String last, boolean merged) {

  /** What the names of all objects with commits begin with. */
  public static final String EVENTS = "events/";

  static final String MANIFESTS = "manifests/";
  private static final String PARKED = "parked/";
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd/HH").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
  private static final Pattern KEY = Pattern.compile("events/(\\d{4}-\\d\\d-\\d\\d/\\d\\d)/([^/]+)/(whole-)?(\\d+)-(\\d+)\\.ndjson\\.gz");
  private static final Pattern MANIFEST = Pattern.compile("manifests/(\\d{4}-\\d\\d-\\d\\d/\\d\\d)/([^/]+)\\.ndjson");

  /** An hour of a shard. */
  record Place(Instant hour, String shard) {

    /** What the names of its objects begin with. */
    String prefix() {
      return ArchiveKey.prefix(hour) + "/" + shard + "/";
    }
  }

  public ArchiveKey {
    Check.that(hour != null && hour.equals(hour.truncatedTo(ChronoUnit.HOURS)), "hour is a whole hour, but is %s", hour);
    Check.notBlank(shard, "shard");
    Check.notBlank(first, "first");
    Check.notBlank(last, "last");
  }

  /** A batch, as the archive service writes it. */
  public ArchiveKey(Instant hour, String shard, String first, String last) {
    this(hour, shard, first, last, false);
  }

  /** Empty when it is not the name of such an object. */
  public static Optional<ArchiveKey> parse(String key) {
    var found = KEY.matcher(key);
    return found.matches()
        ? Optional.of(new ArchiveKey(hour(found.group(1)), found.group(2), found.group(4), found.group(5), found.group(3) != null))
        : Optional.empty();
  }

  /** The hour and shard whose manifest this is; empty when it is not the name of one. */
  static Optional<Place> ofManifest(String key) {
    var found = MANIFEST.matcher(key);
    return found.matches() ? Optional.of(new Place(hour(found.group(1)), found.group(2))) : Optional.empty();
  }

  private static Instant hour(String text) {
    return LocalDateTime.parse(text, HOUR).toInstant(ZoneOffset.UTC);
  }

  /** Whether every record of the other one came between the first and the last of this, from the same shard in the same hour. */
  boolean covers(ArchiveKey other) {
    return hour.equals(other.hour) && shard.equals(other.shard) && reaches(other.first) && reaches(other.last);
  }

  /** Whether this sequence number lies between the first and the last. */
  boolean reaches(String sequenceNumber) {
    var number = new BigInteger(sequenceNumber);
    return new BigInteger(first).compareTo(number) <= 0 && number.compareTo(new BigInteger(last)) <= 0;
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
    return "%s/%s/%s%s-%s.ndjson.gz".formatted(prefix(hour), shard, merged ? "whole-" : "", first, last);
  }
}
