package dev.tradewind.simulator.world;

import dev.tradewind.checker.Logged;
import dev.tradewind.core.Commit;
import dev.tradewind.core.StreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The central log. What is put again with the same content is kept once. */
public final class LogBook {

  private final Map<String, Map<StreamId, List<Commit<?>>>> byService = new HashMap<>();
  private long changes;

  /** The same, to be changed by itself. */
  public LogBook copy() {
    var copy = new LogBook();
    byService.forEach((service, streams) -> {
      var copies = new LinkedHashMap<StreamId, List<Commit<?>>>();
      streams.forEach((id, commits) -> copies.put(id, new ArrayList<>(commits)));
      copy.byService.put(service, copies);
    });
    copy.changes = changes;
    return copy;
  }

  public void put(String service, Commit<?> commit) {
    if (!holds(service, commit)) {
      byService.computeIfAbsent(service, first -> new LinkedHashMap<>()).computeIfAbsent(commit.stream(), first -> new ArrayList<>(10)).add(commit);
      changes++;
    }
  }

  public boolean holds(String service, Commit<?> commit) {
    var commits = byService.getOrDefault(service, Map.of()).getOrDefault(commit.stream(), List.of());
    for (int i = commits.size() - 1; i >= 0; i--) {
      if (commits.get(i).version() == commit.version() && commits.get(i).equals(commit)) {
        return true;
      }
    }
    return false;
  }

  /** How often anything new was put. */
  long changes() {
    return changes;
  }

  /** What it holds, in the checker's words. */
  List<Logged> all() {
    var all = new ArrayList<Logged>();
    byService.forEach((service, streams) -> streams.forEach((id, commits) -> {
      var entries = new ArrayList<Logged.Entry>(commits.size());
      for (var commit : commits) {
        entries.add(new Logged.Entry(commit.version(), commit));
      }
      all.add(new Logged(service, id.toString(), entries));
    }));
    return all;
  }
}
