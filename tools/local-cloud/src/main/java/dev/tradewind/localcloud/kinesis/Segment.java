package dev.tradewind.localcloud.kinesis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of records one after another, whose name is the index of the first. In memory there are 12 bytes a record: where it starts
 * and when it came. Not safe for several threads: its {@link RecordLog} is.
 */
final class Segment implements AutoCloseable {

  private static final int FIRST_CAPACITY = 64;

  private final Path file;
  private final long first;
  private final FileChannel channel;
  private int[] ends = new int[FIRST_CAPACITY];
  private long[] arrivals = new long[FIRST_CAPACITY];
  private int count;

  private Segment(Path file, long first, FileChannel channel) {
    this.file = file;
    this.first = first;
    this.channel = channel;
  }

  /** The segment in this directory that starts with this index, without what a crash left unfinished at its end. */
  static Segment open(Path directory, long first) throws IOException {
    var file = directory.resolve("%019d.records".formatted(first));
    var segment = new Segment(file, first,
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    segment.findRecords();
    return segment;
  }

  static long firstIndexOf(Path file) {
    var name = file.getFileName().toString();
    return Long.parseLong(name.substring(0, name.indexOf('.')));
  }

  long first() {
    return first;
  }

  /** The index after the last record's. */
  long end() {
    return first + count;
  }

  int bytes() {
    return count == 0 ? 0 : ends[count - 1];
  }

  /** When the last record came; when the first one will, for an empty segment, is not known: then 0. */
  long lastArrival() {
    return count == 0 ? 0 : arrivals[count - 1];
  }

  long arrivalOf(long index) {
    return arrivals[(int) (index - first)];
  }

  /** The first index whose record came at this time or later; {@link #end()} when none did. */
  long firstSince(long millis) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (arrivals[middle] < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return first + low;
  }

  /** Writes all in one go; when that fails none of them is there. */
  void append(long arrivalMillis, List<NewRecord> records) throws IOException {
    var frames = records.stream().map(written -> Frame.of(arrivalMillis, written)).toList();
    var together = ByteBuffer.allocate(frames.stream().mapToInt(frame -> frame.length).sum());
    frames.forEach(together::put);
    together.flip();
    int at = bytes();
    write(together, at);
    for (var frame : frames) {
      at += frame.length;
      remember(at, arrivalMillis);
    }
  }

  /** Records from an index on: at least one, and more while they fit into both limits and into this segment. */
  List<StoredRecord> read(long from, int most, int mostBytes) throws IOException {
    int start = (int) (from - first);
    int begin = start == 0 ? 0 : ends[start - 1];
    int stop = start + 1;
    while (stop < count && stop - start < most && ends[stop] - begin <= mostBytes) {
      stop++;
    }
    var buffer = ByteBuffer.allocate(ends[stop - 1] - begin);
    while (buffer.hasRemaining() && channel.read(buffer, begin + buffer.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    buffer.flip();
    var records = new ArrayList<StoredRecord>(stop - start);
    for (int index = start; index < stop; index++) {
      records.add(Frame.read(buffer, first + index));
    }
    return records;
  }

  void delete() throws IOException {
    close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    try {
      for (long position = at; bytes.hasRemaining();) {
        position += channel.write(bytes, position);
      }
    } catch (IOException e) {
      forgetAfter(at, e);
      throw e;
    }
  }

  private void forgetAfter(long end, IOException cause) {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void findRecords() throws IOException {
    long size = channel.size();
    var header = ByteBuffer.allocate(Frame.HEADER_BYTES);
    for (long at = 0; at + Frame.HEADER_BYTES <= size;) {
      channel.read(header.clear(), at);
      at += Frame.LENGTH_BYTES + header.flip().getInt();
      if (at <= size) {
        remember((int) at, header.getLong());
      }
    }
    channel.truncate(bytes());
  }

  private void remember(int end, long arrivalMillis) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
      arrivals = Arrays.copyOf(arrivals, count * 2);
    }
    ends[count] = end;
    arrivals[count++] = arrivalMillis;
  }
}
