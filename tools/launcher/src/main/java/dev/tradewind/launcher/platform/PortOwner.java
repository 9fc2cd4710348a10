package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which process listens on a port: from {@code /proc} on Linux, from {@code lsof} where that is installed. */
final class PortOwner {

  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";
  private static final int LONGEST_COMMAND = 120;

  private PortOwner() {}

  /** The owner in words; a process of another user can only be described as that. */
  static String describe(int port) {
    return pid(port).map(PortOwner::describe).orElse("a process this user cannot see");
  }

  static Optional<Long> pid(int port) {
    return Files.isDirectory(PROC.resolve("net")) ? fromProc(port) : fromLsof(port);
  }

  private static String describe(long pid) {
    String command = ProcessHandle.of(pid).map(ProcessHandle::info)
        .flatMap(info -> info.commandLine().or(info::command)).orElse("command unknown").replaceAll("\\s+", " ");
    return "pid %d (%s)".formatted(pid, command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + "...");
  }

  private static Optional<Long> fromProc(int port) {
    Set<String> sockets = Stream.of("tcp", "tcp6").flatMap(table -> lines(PROC.resolve("net").resolve(table)).stream().skip(1))
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns[3].equals(LISTENING) && columns[1].endsWith(":" + HexFormat.of().withUpperCase().toHexDigits((short) port)))
        .map(columns -> "socket:[" + columns[9] + "]")
        .collect(Collectors.toSet());
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses().map(ProcessHandle::pid).filter(pid -> holdsOneOf(sockets, pid)).findFirst();
  }

  private static boolean holdsOneOf(Set<String> sockets, long pid) {
    try (Stream<Path> descriptors = Files.list(PROC.resolve(pid + "/fd"))) {
      return descriptors.anyMatch(descriptor -> target(descriptor).filter(sockets::contains).isPresent());
    } catch (IOException notOursOrGone) {
      return false;
    }
  }

  private static Optional<String> target(Path descriptor) {
    try {
      return Optional.of(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException closedMeanwhile) {
      return Optional.empty();
    }
  }

  private static Optional<Long> fromLsof(int port) {
    return Commands.output(List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t"), 5, TimeUnit.SECONDS)
        .flatMap(output -> output.lines().findFirst()).map(Long::valueOf);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException absent) {
      return List.of();
    }
  }
}
