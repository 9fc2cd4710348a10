package dev.tradewind.archive.writing;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.Lines;
import dev.tradewind.archive.format.Manifest;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.archive.format.Parked;
import dev.tradewind.archive.writing.Sorting.Sorted;
import dev.tradewind.archive.writing.Sorting.Sorted.Aside;
import dev.tradewind.archive.writing.Sorting.Sorted.Kept;
import dev.tradewind.log.Batch;
import dev.tradewind.log.LogRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes one object: records of a batch that follow each other and arrived in the same hour. Everything about it follows from the batch.
 *
 * @param key the object's name
 * @param after the last record before it; empty for the first of all
 * @param kept the records that can be read, in their order
 * @param parked the others
 */
record Piece(ArchiveKey key, Optional<String> after, List<Kept> kept, List<Parked> parked) {

  private static final String TYPE = "application/gzip";

  /** Cuts a batch where the hour changes; arrival times are not quite in order, so that an hour may come again. */
  static List<Piece> of(Batch batch, Sorting sorting) {
    var pieces = new ArrayList<Piece>();
    var after = batch.after();
    int from = 0;
    for (int to = 1; to <= batch.records().size(); to++) {
      if (to == batch.records().size() || !hour(batch.records().get(to)).equals(hour(batch.records().get(from)))) {
        var piece = of(batch.shard(), after, batch.records().subList(from, to), sorting);
        pieces.add(piece);
        after = Optional.of(piece.key().last());
        from = to;
      }
    }
    return pieces;
  }

  private static Piece of(String shard, Optional<String> after, List<LogRecord> records, Sorting sorting) {
    var kept = new ArrayList<Kept>();
    var parked = new ArrayList<Parked>();
    for (Sorted sorted : records.stream().map(record -> sorting.sort(shard, record)).toList()) {
      switch (sorted) {
        case Kept good -> kept.add(good);
        case Aside(var bad) -> parked.add(bad);
      }
    }
    var key = new ArchiveKey(hour(records.getFirst()), shard, records.getFirst().sequenceNumber(), records.getLast().sequenceNumber());
    return new Piece(key, after, kept, parked);
  }

  private static Instant hour(LogRecord record) {
    return record.arrived().truncatedTo(ChronoUnit.HOURS);
  }

  Lines lines() {
    return Lines.of(kept.stream().map(Kept::line).toList());
  }

  Manifest.Entry entry(Lines lines) {
    return new Manifest.Entry(key.toString(), after, key.first(), key.last(), kept.size(), parked.stream().map(Parked::sequenceNumber).toList(),
        lines.size(), lines.sha256(), firstTime(), lastTime());
  }

  Content content(Lines lines) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put("records", Integer.toString(kept.size()));
    firstTime().ifPresent(time -> metadata.put("first-time", time.toString()));
    lastTime().ifPresent(time -> metadata.put("last-time", time.toString()));
    return new Content(lines.compressed(), TYPE, metadata);
  }

  private Optional<Instant> firstTime() {
    return kept.stream().map(each -> each.commit().at()).min(Instant::compareTo);
  }

  private Optional<Instant> lastTime() {
    return kept.stream().map(each -> each.commit().at()).max(Instant::compareTo);
  }
}
