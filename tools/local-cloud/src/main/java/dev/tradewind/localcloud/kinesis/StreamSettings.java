package dev.tradewind.localcloud.kinesis;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is written down of a stream beside its records.
 *
 * @param directory the name of the directory of its records, which no other stream ever had
 * @param onDemand whether it was created without saying how many shards it shall have
 */
record StreamSettings(
    String name, String directory, long createdMillis, int shards, boolean onDemand, int retentionHours, Map<String, String> tags) {

  StreamSettings {
    tags = Map.copyOf(tags);
  }

  StreamSettings keeping(int hours) {
    return new StreamSettings(name, directory, createdMillis, shards, onDemand, hours, tags);
  }

  StreamSettings tagged(Map<String, String> more) {
    var all = new TreeMap<>(tags);
    all.putAll(more);
    return new StreamSettings(name, directory, createdMillis, shards, onDemand, retentionHours, all);
  }

  StreamSettings untagged(Iterable<String> keys) {
    var rest = new TreeMap<>(tags);
    keys.forEach(rest::remove);
    return new StreamSettings(name, directory, createdMillis, shards, onDemand, retentionHours, rest);
  }
}
