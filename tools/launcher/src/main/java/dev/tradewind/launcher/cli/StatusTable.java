package dev.tradewind.launcher.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.launcher.platform.ProcessStatus;
import java.time.Duration;
import java.util.List;

/** The processes as a table for people, and as JSON for programs. */
final class StatusTable {

  private static final String ROW = "%-12s  %-12s  %6s  %8s  %9s  %8s";

  private static final ObjectMapper JSON = new ObjectMapper();

  private StatusTable() {}

  static void print(Output out, List<ProcessStatus> processes) {
    out.line(ROW.formatted("NAME", "STATE", "PORT", "PID", "MEMORY", "UPTIME").stripTrailing());
    processes.forEach(process -> {
      out.line(row(out, process));
      guards(process).forEach(out::line);
    });
  }

  private static String row(Output out, ProcessStatus process) {
    return switch (process) {
      case ProcessStatus.Down down -> row(out, process, "down", "-", "-", "-");
      case ProcessStatus.Running running -> row(out, process, running.health().toString(), Long.toString(running.pid()),
          running.residentBytes().isPresent() ? running.residentBytes().getAsLong() / (1 << 20) + " MiB" : "-", uptime(running.uptime()));
    };
  }

  private static String row(Output out, ProcessStatus process, String state, String pid, String memory, String uptime) {
    // Colour codes have no width, so the state is padded before it is coloured.
    String padded = "%-12s".formatted(state);
    return ROW.formatted(process.name(), padded, process.port(), pid, memory, uptime)
        .replace(padded, out.coloured(padded, process.isUp()));
  }

  private static List<String> guards(ProcessStatus process) {
    return switch (process) {
      case ProcessStatus.Down down -> List.of();
      case ProcessStatus.Running running -> running.breakers().entrySet().stream().map(guard -> switch (guard.getValue()) {
        case OPEN -> "  guard %s is open: no calls are made, they failed".formatted(guard.getKey());
        case HALF_OPEN -> "  guard %s is half open: a few calls try".formatted(guard.getKey());
      }).toList();
    };
  }

  private static String uptime(Duration uptime) {
    return uptime.toHours() > 0 ? "%dh %02dm".formatted(uptime.toHours(), uptime.toMinutesPart())
        : "%dm %02ds".formatted(uptime.toMinutes(), uptime.toSecondsPart());
  }

  static String json(List<ProcessStatus> processes) {
    ArrayNode array = JSON.createArrayNode();
    processes.forEach(process -> array.add(json(process)));
    return array.toPrettyString();
  }

  private static ObjectNode json(ProcessStatus process) {
    ObjectNode object = JSON.createObjectNode().put("name", process.name()).put("up", process.isUp()).put("port", process.port());
    if (process instanceof ProcessStatus.Running running) {
      object.put("pid", running.pid()).put("health", running.health().toString()).put("uptimeSeconds", running.uptime().toSeconds());
      running.residentBytes().ifPresent(bytes -> object.put("residentBytes", bytes));
      if (!running.breakers().isEmpty()) {
        ObjectNode guards = object.putObject("guards");
        running.breakers().forEach((guard, breaker) -> guards.put(guard, breaker.toString()));
      }
    }
    return object;
  }
}
