package dev.tradewind.archive.format;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Records as lines: each as it came, and a newline. Compressed, they hold no time, so that the same lines are the same bytes. */
public final class Lines {

  private static final char NEWLINE = '\n';

  private final byte[] bytes;

  private Lines(byte[] bytes) {
    this.bytes = bytes;
  }

  /** @throws IllegalArgumentException when one has a newline in it: it would be read as two */
  public static Lines of(List<byte[]> records) {
    var all = new ByteArrayOutputStream();
    for (var record : records) {
      if (isMoreThanOneLine(record)) {
        throw new IllegalArgumentException("a record is one line");
      }
      all.writeBytes(record);
      all.write(NEWLINE);
    }
    return new Lines(all.toByteArray());
  }

  /** Whether it would be read as more than one line. */
  public static boolean isMoreThanOneLine(byte[] record) {
    for (var each : record) {
      if (each == NEWLINE || each == '\r') {
        return true;
      }
    }
    return false;
  }

  /** @throws DamagedArchive when they were not written by {@link #compressed()} */
  public static Lines read(String key, byte[] compressed) {
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return new Lines(unzipped.readAllBytes());
    } catch (IOException e) {
      throw new DamagedArchive(key + " cannot be decompressed: bring back an older version of the object", e);
    }
  }

  /** The lines that are wanted, as text. */
  public List<String> select(Predicate<String> wanted) {
    try (var reader = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
      return reader.lines().filter(wanted).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] compressed() {
    var compressed = new ByteArrayOutputStream();
    try (var zipped = new GZIPOutputStream(compressed)) {
      zipped.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /** Bytes, before compression. */
  public int size() {
    return bytes.length;
  }

  /** SHA-256 of the lines before compression, in hexadecimal: the same whoever compresses them. */
  public String sha256() {
    return Digest.of(bytes);
  }
}
