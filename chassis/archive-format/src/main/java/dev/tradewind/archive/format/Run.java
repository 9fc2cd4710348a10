package dev.tradewind.archive.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Objects of an hour and shard that follow one another without a gap, so that one object may take the place of all.
 *
 * @param entries two or more, in their order
 */
record Run(List<Manifest.Entry> entries) {

  /**
   * The runs of a manifest. What was merged stays as it is; an object that does not follow another, or that is followed by none, stays too.
   *
   * @param mostBytes of lines in one run: what whoever reads the merged object must hold at once
   */
  static List<Run> of(Manifest manifest, long mostBytes) {
    var runs = new ArrayList<Run>();
    var open = new ArrayList<Manifest.Entry>();
    long bytes = 0;
    for (var entry : manifest.entries()) {
      bytes += entry.bytes();
      if (open.isEmpty() || !follows(open.getLast(), entry) || bytes > mostBytes) {
        close(open, runs);
        bytes = entry.bytes();
      }
      if (!entry.isMerged()) {
        open.add(entry);
      }
    }
    close(open, runs);
    return runs;
  }

  private static boolean follows(Manifest.Entry before, Manifest.Entry entry) {
    return !entry.isMerged() && entry.after().equals(Optional.of(before.last()));
  }

  private static void close(List<Manifest.Entry> open, List<Run> runs) {
    if (open.size() > 1) {
      runs.add(new Run(List.copyOf(open)));
    }
    open.clear();
  }

  /** The name of what takes their place. */
  ArchiveKey key(ArchiveKey.Place place) {
    return new ArchiveKey(place.hour(), place.shard(), entries.getFirst().first(), entries.getLast().last(), true);
  }
}
