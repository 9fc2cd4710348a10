package dev.tradewind.chaos.proxy;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What went through the proxy. */
public final class Counts {

  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<Fault, LongAdder> faults = new ConcurrentHashMap<>();
  private final LongAdder units = new LongAdder();

  /**
   * The counts at one moment.
   *
   * @param requests by operation, refused ones too
   * @param faults that came to pass
   * @param writeUnits of writes that were executed, those whose condition failed too, as AWS bills them
   */
  public record Snapshot(Map<String, Long> requests, Map<Fault, Long> faults, long writeUnits) {

    /** What was counted since then. */
    public Snapshot since(Snapshot then) {
      return new Snapshot(less(requests, then.requests), less(faults, then.faults), writeUnits - then.writeUnits);
    }

    private static <K> Map<K, Long> less(Map<K, Long> now, Map<K, Long> then) {
      Map<K, Long> difference = new TreeMap<>();
      now.forEach((name, count) -> difference.put(name, count - then.getOrDefault(name, 0L)));
      return difference;
    }

    public long allRequests() {
      return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    public long allFaults() {
      return faults.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  void request(Operation operation) {
    requests.computeIfAbsent(operation.toString(), name -> new LongAdder()).increment();
  }

  void fault(Fault fault) {
    faults.computeIfAbsent(fault, name -> new LongAdder()).increment();
  }

  void units(long written) {
    units.add(written);
  }

  public Snapshot snapshot() {
    Map<String, Long> byOperation = new TreeMap<>();
    requests.forEach((name, count) -> byOperation.put(name, count.sum()));
    Map<Fault, Long> byFault = new TreeMap<>();
    faults.forEach((name, count) -> byFault.put(name, count.sum()));
    return new Snapshot(byOperation, byFault, units.sum());
  }
}
