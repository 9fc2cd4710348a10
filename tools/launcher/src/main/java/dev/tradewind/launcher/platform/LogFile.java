package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log of one process: what it printed. */
public record LogFile(Path path) {

  private static final int TAIL_BYTES = 1 << 20;

  public long size() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Everything after the first {@code offset} bytes, at most a mebibyte of it. */
  public String from(long offset) {
    if (!Files.exists(path)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(Math.min(offset, file.length()));
      byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The last lines, of the last mebibyte. */
  public List<String> tail(int lines) {
    List<String> all = from(Math.max(0, size() - TAIL_BYTES)).lines().toList();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }
}
