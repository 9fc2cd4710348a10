package dev.tradewind.simulator.world;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.StreamId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of a service's commits. A version is written once, and nobody checks that the one before it exists: DynamoDB does not either. */
public final class Table {

  private static final class Stored {
    private final List<Commit<Object>> commits = new ArrayList<>(10);
    private History<Object> history;

    Stored copy() {
      var copy = new Stored();
      copy.commits.addAll(commits);
      copy.history = history;
      return copy;
    }
  }

  private final Map<StreamId, Stored> streams = new LinkedHashMap<>();
  private long changes;

  /** The same, to be changed by itself. */
  public Table copy() {
    var copy = new Table();
    streams.forEach((id, stored) -> copy.streams.put(id, stored.copy()));
    copy.changes = changes;
    return copy;
  }

  /** @throws IllegalStateException when a version is missing */
  public History<Object> read(StreamId stream) {
    var stored = streams.get(stream);
    if (stored == null) {
      return History.empty(stream);
    }
    if (stored.history == null) {
      stored.history = new History<>(stream, stored.commits);
    }
    return stored.history;
  }

  public Append<Object> append(Commit<Object> commit) {
    var stored = streams.computeIfAbsent(commit.stream(), created -> new Stored());
    for (int i = stored.commits.size() - 1; i >= 0; i--) {
      if (stored.commits.get(i).version() == commit.version()) {
        return Append.against(commit, stored.commits.get(i));
      }
    }
    stored.commits.add(commit);
    stored.history = null;
    changes++;
    return new Append.Appended<>();
  }

  /** Without the condition: what was there before is gone. */
  public void overwrite(Commit<Object> commit) {
    var stored = streams.computeIfAbsent(commit.stream(), created -> new Stored());
    int at = (int) Math.min(commit.version() - 1, stored.commits.size());
    if (at < stored.commits.size()) {
      stored.commits.set(at, commit);
    } else {
      stored.commits.add(commit);
    }
    stored.history = null;
    changes++;
  }

  /** How often anything was written. */
  long changes() {
    return changes;
  }

  public Map<StreamId, List<Commit<Object>>> all() {
    var all = new LinkedHashMap<StreamId, List<Commit<Object>>>();
    streams.forEach((id, stored) -> all.put(id, stored.commits));
    return all;
  }
}
