package dev.tradewind.localcloud.kinesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The records of one shard in the order they came, in files of some megabytes: a file goes when all its records are older than the
 * stream keeps them. The first record has index 1; an index is never used twice.
 */
final class RecordLog implements AutoCloseable {

  /** At most one such file of expired records stays for each shard. */
  static final int SEGMENT_BYTES = 16 * 1024 * 1024;

  private static final long FIRST_INDEX = 1;

  private final Path directory;
  private final int segmentBytes;
  private final Deque<Segment> segments = new ArrayDeque<>();

  private RecordLog(Path directory, int segmentBytes) {
    this.directory = directory;
    this.segmentBytes = segmentBytes;
  }

  static RecordLog open(Path directory, int segmentBytes) throws IOException {
    Files.createDirectories(directory);
    var log = new RecordLog(directory, segmentBytes);
    try (var files = Files.list(directory)) {
      for (long first : files.map(Segment::firstIndexOf).sorted().toList()) {
        log.segments.add(Segment.open(directory, first));
      }
    }
    if (log.segments.isEmpty()) {
      log.segments.add(Segment.open(directory, FIRST_INDEX));
    }
    return log;
  }

  /**
   * Adds records together: all or, when writing fails, none.
   *
   * @param nowMillis when they came; a clock that was set back is not followed
   * @return them with their indexes
   */
  synchronized List<StoredRecord> append(long nowMillis, List<NewRecord> records) throws IOException {
    long arrival = Math.max(nowMillis, segments.getLast().lastArrival());
    if (segments.getLast().bytes() >= segmentBytes) {
      segments.add(Segment.open(directory, end()));
    }
    long index = end();
    segments.getLast().append(arrival, records);
    var stored = new ArrayList<StoredRecord>(records.size());
    for (var written : records) {
      stored.add(new StoredRecord(index++, arrival, written.partitionKey(), written.data()));
    }
    return stored;
  }

  /** The index after the last record's. */
  synchronized long end() {
    return segments.getLast().end();
  }

  /** The first index whose record came at this time or later; {@link #end()} when none did. */
  synchronized long firstSince(long millis) {
    for (var segment : segments) {
      if (segment.lastArrival() >= millis) {
        return segment.firstSince(millis);
      }
    }
    return end();
  }

  /** Whether the record with this index came at that time, or is no longer there to say. */
  synchronized boolean mayHaveComeAt(long index, long millis) {
    return index < segments.getFirst().first() || arrivalOf(index) == millis;
  }

  /** When the record with this index, which must be there, came. */
  synchronized long arrivalOf(long index) {
    return segmentOf(index).arrivalOf(index);
  }

  /** Records from an index on, at least one unless it is the end; indexes that are gone are passed over. */
  synchronized List<StoredRecord> read(long from, int most, int mostBytes) throws IOException {
    long start = Math.max(from, segments.getFirst().first());
    return start >= end() ? List.of() : segmentOf(start).read(start, most, mostBytes);
  }

  /** Forgets files whose records are all older. */
  synchronized void dropBefore(long millis) throws IOException {
    while (segments.size() > 1 && segments.getFirst().lastArrival() < millis) {
      segments.removeFirst().delete();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (var segment : segments) {
      segment.close();
    }
  }

  private Segment segmentOf(long index) {
    for (var segments = this.segments.descendingIterator(); segments.hasNext();) {
      var segment = segments.next();
      if (segment.first() <= index) {
        return segment;
      }
    }
    throw new IllegalArgumentException("There is no record " + index + " in " + directory);
  }
}
