package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** How much memory a process holds (resident set size). */
final class Memory {

  private Memory() {}

  /** In bytes; empty when the system does not say. */
  static OptionalLong resident(long pid) {
    Path status = Path.of("/proc/" + pid + "/status");
    if (Files.isReadable(status)) {
      try {
        return kilobytes(Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:")).findFirst().orElse(""));
      } catch (IOException gone) {
        return OptionalLong.empty();
      }
    }
    return kilobytes(Commands.output(List.of("ps", "-o", "rss=", "-p", Long.toString(pid)), 5, TimeUnit.SECONDS).orElse(""));
  }

  private static OptionalLong kilobytes(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits) * 1024);
  }
}
