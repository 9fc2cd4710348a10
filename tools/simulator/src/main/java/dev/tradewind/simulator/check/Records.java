package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.StreamId;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import dev.tradewind.simulator.world.LogBook;
import dev.tradewind.simulator.world.Shelves;
import dev.tradewind.simulator.world.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written down: journals, shelves, the central log, the partners' books. A fork shares what neither changes. */
final class Records {

  private static final long LOGGED = 0x2545F4914F6CDD1DL;

  private final Fingerprints fingerprints;
  private Map<String, Table> tables;
  private LogBook log;
  private Shelves shelves;
  private final Partners partners;
  private long tablesHash;
  private long logHash;
  private long shelvesHash;

  Records(Fingerprints fingerprints, Map<String, Table> tables, Shelves shelves) {
    this.fingerprints = fingerprints;
    this.tables = Map.copyOf(tables);
    this.log = new LogBook();
    this.shelves = shelves;
    this.shelvesHash = hash(shelves);
    this.partners = new Partners(fingerprints);
  }

  private Records(Records other) {
    fingerprints = other.fingerprints;
    tables = other.tables;
    log = other.log;
    shelves = other.shelves;
    partners = other.partners.fork();
    tablesHash = other.tablesHash;
    logHash = other.logHash;
    shelvesHash = other.shelvesHash;
  }

  Records fork() {
    return new Records(this);
  }

  History<Object> read(String service, StreamId stream) {
    return tables.get(service).read(stream);
  }

  Append<Object> append(String service, Commit<Object> commit) {
    var append = own(service).append(commit);
    if (append instanceof Append.Appended) {
      tablesHash += fingerprints.of(commit);
    }
    return append;
  }

  Append<Object> overwrite(String service, Commit<Object> commit) {
    var table = own(service);
    tablesHash -= hash(table, commit.stream());
    table.overwrite(commit);
    tablesHash += hash(table, commit.stream());
    return new Append.Appended<>();
  }

  boolean hasCause(String service, String cause) {
    for (var commits : tables.get(service).all().values()) {
      for (var commit : commits) {
        if (commit.cause().id().equals(cause)) {
          return true;
        }
      }
    }
    return false;
  }

  void log(String service, Commit<?> commit) {
    if (!log.holds(service, commit)) {
      log = log.copy();
      log.put(service, commit);
      logHash += both(LOGGED, fingerprints.of(commit));
    }
  }

  WriteOutcome write(StockWrite write) {
    shelves = shelves.copy();
    var outcome = shelves.write(write);
    shelvesHash = hash(shelves);
    return outcome;
  }

  Map<String, Table> tables() {
    return tables;
  }

  LogBook log() {
    return log;
  }

  Shelves shelves() {
    return shelves;
  }

  Partners partners() {
    return partners;
  }

  long hash() {
    return tablesHash + logHash + both(shelvesHash, partners.hash());
  }

  private Table own(String service) {
    var own = new LinkedHashMap<>(tables);
    own.put(service, own.get(service).copy());
    tables = own;
    return own.get(service);
  }

  private long hash(Table table, StreamId stream) {
    return table.all().getOrDefault(stream, List.of()).stream().mapToLong(fingerprints::of).sum();
  }

  private long hash(Shelves of) {
    long sum = 0;
    for (var item : of.items().values()) {
      sum += fingerprints.of(item);
    }
    for (var counter : of.counters().entrySet()) {
      sum += both(fingerprints.of(counter.getKey()), fingerprints.of(counter.getValue()));
    }
    return sum;
  }
}
