package dev.tradewind.archive.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.core.Check;
import dev.tradewind.core.wire.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the archive holds of an hour and shard: one line of JSON an object, ordered by sequence number.
 *
 * @param entries one for each object
 */
public record Manifest(List<Entry> entries) {

  private static final ObjectMapper JSON = Json.mapper();
  private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> new BigInteger(entry.first()))
      .thenComparing(entry -> new BigInteger(entry.last()));

  /**
   * An object.
   *
   * @param key its name
   * @param after the last record of the object before it in its shard; empty for the first of all. A chain without gap has no object missing
   * @param first sequence number of the first record
   * @param last sequence number of the last record
   * @param records how many it holds
   * @param parked sequence numbers of the records between first and last that could not be read, and are parked
   * @param bytes of its lines, before compression
   * @param sha256 of its lines, before compression
   * @param firstTime when the oldest of its commits was made; empty when it holds none
   * @param lastTime when the newest of its commits was made
   * @param mergedAt when several objects became this one; empty when it is a batch
   */
  public record Entry(
      String key,
      Optional<String> after,
      String first,
      String last,
      int records,
      List<String> parked,
      int bytes,
      String sha256,
      Optional<Instant> firstTime,
      Optional<Instant> lastTime,
      Optional<Instant> mergedAt) {

    public Entry {
      Check.notBlank(key, "key");
      Check.notNull(after, "after");
      Check.notBlank(first, "first");
      Check.notBlank(last, "last");
      parked = List.copyOf(parked);
      Check.notBlank(sha256, "sha256");
      Check.notNull(mergedAt, "mergedAt");
    }

    /** Of a batch. */
    public Entry(
        String key,
        Optional<String> after,
        String first,
        String last,
        int records,
        List<String> parked,
        int bytes,
        String sha256,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime) {
      this(key, after, first, last, records, parked, bytes, sha256, firstTime, lastTime, Optional.empty());
    }

    /** Its name says it: whoever rewrites a manifest without knowing of merging may drop the time. */
    boolean isMerged() {
      return ArchiveKey.parse(key).filter(ArchiveKey::merged).isPresent();
    }

    /** Whether what that object held came within the stretch of this one. */
    boolean covers(ArchiveKey other) {
      return ArchiveKey.parse(key).filter(mine -> mine.covers(other)).isPresent();
    }
  }

  public Manifest {
    entries = entries.stream().sorted(ORDER).toList();
  }

  static Manifest empty() {
    return new Manifest(List.of());
  }

  /** The same with this entry, in place of the one of the same object if there is one. */
  Manifest with(Entry entry) {
    var all = new ArrayList<>(entries.stream().filter(each -> !each.key().equals(entry.key())).toList());
    all.add(entry);
    return new Manifest(all);
  }

  /** The same with one entry in place of several; empty when one of them is not there any more. */
  Optional<Manifest> merged(List<Entry> several, Entry into) {
    return entries.containsAll(several)
        ? Optional.of(new Manifest(Stream.concat(entries.stream().filter(each -> !several.contains(each)), Stream.of(into)).toList()))
        : Optional.empty();
  }

  /** The merged object that holds what this one held. */
  Optional<Entry> inPlaceOf(ArchiveKey gone) {
    return entries.stream().filter(each -> each.isMerged() && each.covers(gone)).findFirst();
  }

  byte[] bytes() {
    var text = new StringBuilder();
    entries.forEach(entry -> text.append(write(entry)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** @throws DamagedArchive when it is no manifest */
  static Manifest read(String key, byte[] bytes) {
    return new Manifest(new String(bytes, StandardCharsets.UTF_8).lines().map(line -> {
      try {
        return JSON.readValue(line, Entry.class);
      } catch (JsonProcessingException e) {
        throw new DamagedArchive(key + " is no manifest: bring back an older version of the object", e);
      }
    }).toList());
  }

  private static String write(Entry entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the manifest's entry of " + entry.key(), e);
    }
  }
}
