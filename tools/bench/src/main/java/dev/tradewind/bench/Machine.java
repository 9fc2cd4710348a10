package dev.tradewind.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
record Machine(String processor, int cores, long memoryMiB, String os, String jdk) {

  static Machine here() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(model(), Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize() >> 20,
        "%s %s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch")),
        "%s %s".formatted(System.getProperty("java.vendor"), Runtime.version()));
  }

  private static String model() {
    Path told = Path.of("/proc/cpuinfo");
    try {
      return Files.isReadable(told)
          ? Files.readAllLines(told).stream().filter(line -> line.startsWith("model name")).findFirst()
              .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown")
          : "unknown";
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
