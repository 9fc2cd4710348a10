package dev.tradewind.cloudmap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Instances as tests need them. */
final class Entries {

  private Entries() {}

  /** At 10.0.0.{@code number}, port 8080, called {@code i<number>}. */
  static Entry entry(int number) {
    return new Entry("i" + number, Map.of(Attributes.IPV4, "10.0.0." + number, Attributes.PORT, "8080"));
  }

  static Entry with(Entry entry, String attribute, String value) {
    var attributes = new TreeMap<>(entry.attributes());
    attributes.put(attribute, value);
    return new Entry(entry.id(), attributes);
  }

  static Entry beating(int number, Instant heartbeat) {
    return with(entry(number), Attributes.HEARTBEAT, heartbeat.toString());
  }

  static Entry in(String zone, int number) {
    return with(entry(number), Attributes.ZONE, zone);
  }

  static List<Instance> read(Entry... entries) {
    return Reading.of(List.of(entries)).instances();
  }

  static List<String> ids(List<Instance> instances) {
    return instances.stream().map(Instance::id).toList();
  }
}
