package dev.tradewind.archive.format;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the archive with its manifests: every object that was written is there, as it was written, and no stretch of a shard lies between two
 * objects unread.
 *
 * <p>What it cannot see: a record that never came to the log, and an object deleted together with its entry.
 */
public final class Audit {

  private static final int OBJECTS_AT_ONCE = 4;

  private final ObjectStore store;
  private final Manifests manifests;

  /**
   * What was found.
   *
   * @param objects how many are as they were written
   * @param records how many they hold
   * @param parked how many records were parked
   * @param problems one line each, with the key; empty when all is well
   */
  public record Findings(int objects, long records, long parked, List<String> problems) {

    public Findings {
      problems = List.copyOf(problems);
    }
  }

  public Audit(ObjectStore store) {
    this.store = Check.notNull(store, "store");
    this.manifests = new Manifests(store);
  }

  /** Reads every object of the archive once. */
  public Uni<Findings> run() {
    return Keys.list(store, ArchiveKey.MANIFESTS, "")
        .onItem().transformToUniAndConcatenate(key -> manifests.read(key).map(found -> found.map(Manifest::entries).orElseGet(List::of)))
        .onItem().<Manifest.Entry>transformToIterable(entries -> entries)
        .collect().asList()
        .onItem().transformToUni(entries -> Multi.createFrom().iterable(entries)
            .onItem().transformToUni(entry -> problem(entry)).merge(OBJECTS_AT_ONCE)
            .collect().asList()
            .map(looked -> findings(entries, looked.stream().flatMap(Optional::stream).toList())));
  }

  private Uni<Optional<String>> problem(Manifest.Entry entry) {
    return store.get(entry.key()).map(found -> {
      if (found.isEmpty()) {
        return Optional.of(entry.key() + " is in its manifest, but not in the archive");
      }
      try {
        return Lines.read(entry.key(), found.get().bytes()).sha256().equals(entry.sha256())
            ? Optional.<String>empty()
            : Optional.of(entry.key() + " does not hold what was written");
      } catch (DamagedArchive damaged) {
        return Optional.of(damaged.getMessage());
      }
    });
  }

  private static Findings findings(List<Manifest.Entry> entries, List<String> damaged) {
    var problems = new ArrayList<>(damaged);
    problems.addAll(gaps(entries));
    return new Findings(entries.size() - damaged.size(), entries.stream().mapToLong(Manifest.Entry::records).sum(),
        entries.stream().mapToLong(entry -> entry.parked().size()).sum(), problems);
  }

  /** Each object follows a record that is there, or is the first of its shard. */
  private static List<String> gaps(List<Manifest.Entry> entries) {
    Map<String, List<Manifest.Entry>> shards = new HashMap<>();
    entries.forEach(entry -> ArchiveKey.parse(entry.key())
        .ifPresent(key -> shards.computeIfAbsent(key.shard(), shard -> new ArrayList<>()).add(entry)));
    var gaps = new ArrayList<String>();
    shards.values().forEach(its -> gaps.addAll(gapsOfShard(its)));
    return gaps;
  }

  // Ordered by where they begin, so that the furthest end so far says how far the shard is archived without a gap; a stretch may be there twice.
  private static List<String> gapsOfShard(List<Manifest.Entry> entries) {
    var gaps = new ArrayList<String>();
    var reached = BigInteger.valueOf(-1);
    for (var entry : entries.stream().sorted(Comparator.comparing(each -> new BigInteger(each.first()))).toList()) {
      if (entry.after().isPresent() && new BigInteger(entry.after().get()).compareTo(reached) > 0) {
        gaps.add("%s follows %s, but no object ends there: one is missing".formatted(entry.key(), entry.after().get()));
      }
      reached = reached.max(new BigInteger(entry.last()));
    }
    return gaps;
  }
}
