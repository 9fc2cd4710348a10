package dev.tradewind.bench;

import dev.tradewind.launcher.platform.ProcessStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was used up to a moment, or between two.
 *
 * @param at the moment
 * @param requests AWS requests by service and operation
 * @param units DynamoDB capacity units by kind and table, put units of Kinesis by stream
 * @param cpu processor time by process; the bench's own as {@code bench}
 * @param residentBytes memory held by each process at that moment
 */
record Usage(Instant at, Map<String, Double> requests, Map<String, Double> units, Map<String, Duration> cpu, Map<String, Long> residentBytes) {

  private static final String OWN = "bench";

  /** Of everything that runs on the rig. */
  static Usage now(Rig rig) throws InterruptedException {
    return now(rig, rig.services());
  }

  /** AWS requests and units of these services only. */
  static Usage now(Rig rig, List<String> services) throws InterruptedException {
    Map<String, Double> requests = new TreeMap<>();
    Map<String, Double> units = new TreeMap<>();
    for (String service : services) {
      String text = rig.metrics(service);
      Metrics.requests(text).forEach((name, count) -> requests.merge(name, count, Double::sum));
      Metrics.units(text).forEach((name, count) -> units.merge(name, count, Double::sum));
    }
    Map<String, Duration> cpu = new LinkedHashMap<>();
    Map<String, Long> resident = new LinkedHashMap<>();
    for (ProcessStatus process : rig.platform().status()) {
      if (!(process instanceof ProcessStatus.Running running)) {
        throw new BenchException(process.name() + " has ended; its log says why");
      }
      cpu.put(process.name(), cpu(ProcessHandle.of(running.pid()).orElseThrow()));
      resident.put(process.name(), running.residentBytes().orElse(0));
    }
    cpu.put(OWN, cpu(ProcessHandle.current()));
    return new Usage(Instant.now(), requests, units, cpu, resident);
  }

  /** What was used since then; memory as it is now. */
  Usage since(Usage then) {
    Map<String, Duration> spent = new LinkedHashMap<>();
    cpu.forEach((name, time) -> spent.put(name, time.minus(then.cpu().get(name))));
    return new Usage(at, difference(requests, then.requests()), difference(units, then.units()), spent, residentBytes);
  }

  /** Only these requests and units. */
  Usage only(Predicate<String> wanted) {
    return new Usage(at, filtered(requests, wanted), filtered(units, wanted), cpu, residentBytes);
  }

  private static Map<String, Double> filtered(Map<String, Double> all, Predicate<String> wanted) {
    return all.entrySet().stream().filter(entry -> wanted.test(entry.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, Double> difference(Map<String, Double> now, Map<String, Double> then) {
    Map<String, Double> difference = new TreeMap<>();
    now.forEach((name, count) -> difference.put(name, count - then.getOrDefault(name, 0.0)));
    return difference;
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
