package dev.tradewind.chaos.collect;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.s3.S3Client;

/** Reads the archive from its beginning: objects of zipped lines, a record a line. */
final class ArchivedLog {

  /** The archive is written in batches, a few seconds after the log. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private ArchivedLog() {}

  /** What it holds, as soon as that is what the log holds; or in the end, without what is missing then. */
  static LogRecords read(S3Client s3, LogRecords log) throws InterruptedException {
    long from = System.nanoTime();
    var found = read(s3);
    while (!found.holds(log) && System.nanoTime() - from < PATIENCE.toNanos()) {
      Thread.sleep(BETWEEN_LOOKS);
      found = read(s3);
    }
    return found;
  }

  private static LogRecords read(S3Client s3) {
    var bucket = s3.listBuckets().buckets().stream().map(found -> found.name()).filter(name -> name.startsWith(Names.ARCHIVE)).findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no bucket " + Names.ARCHIVE + "…"));
    var records = new LogRecords("the bucket " + bucket);
    s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(Names.ARCHIVED_EVENTS)).contents()
        .forEach(object -> readObject(s3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key())).asByteArray(), object.key(), records));
    return records;
  }

  private static void readObject(byte[] object, String key, LogRecords records) {
    try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(object)), StandardCharsets.UTF_8))) {
      lines.lines().forEach(line -> records.add(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException damaged) {
      throw new UncheckedIOException("the object %s of the archive is damaged".formatted(key), damaged);
    }
  }
}
