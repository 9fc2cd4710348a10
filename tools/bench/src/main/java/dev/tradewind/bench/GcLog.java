package dev.tradewind.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM writes with {@code -Xlog:gc}. */
final class GcLog {

  private static final Pattern ASKED_FOR = Pattern.compile("Pause Full \\(Diagnostic Command\\) \\d+M->(\\d+)M\\(\\d+M\\)");

  private GcLog() {}

  /** How much was left at most by collections that {@code jcmd} asked for, in MiB: what was in use, without garbage; 0 when there was none. */
  static long mostInUse(Path log) throws IOException {
    return Files.readAllLines(log).stream().map(ASKED_FOR::matcher).filter(Matcher::find).mapToLong(found -> Long.parseLong(found.group(1))).max()
        .orElse(0);
  }
}
