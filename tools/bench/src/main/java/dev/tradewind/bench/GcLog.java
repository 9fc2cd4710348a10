package dev.tradewind.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM writes with {@code -Xlog:gc}. */
final class GcLog {

  private static final Pattern COLLECTION = Pattern.compile("Pause (?!Remark|Cleanup).* \\d+M->(\\d+)M\\(\\d+M\\)");

  private GcLog() {}

  /** How much was left by the collection that left the most, in MiB; 0 when nothing was collected. */
  static long mostLeft(Path log) throws IOException {
    return Files.readAllLines(log).stream().map(COLLECTION::matcher).filter(Matcher::find).mapToLong(found -> Long.parseLong(found.group(1))).max()
        .orElse(0);
  }
}
