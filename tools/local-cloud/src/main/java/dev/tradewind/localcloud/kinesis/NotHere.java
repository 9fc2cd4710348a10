package dev.tradewind.localcloud.kinesis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What AWS can do and this cannot, each with what to do instead. */
final class NotHere {

  private static final Map<String, List<String>> BY_REMEDY = Map.of(
      "delete the stream and create it with the shards you want", List.of("SplitShard", "MergeShards", "UpdateShardCount", "UpdateStreamMode"),
      "read with GetRecords", List.of("RegisterStreamConsumer", "DescribeStreamConsumer", "ListStreamConsumers", "SubscribeToShard"),
      "leave it out", List.of("StartStreamEncryption", "StopStreamEncryption", "EnableEnhancedMonitoring", "DisableEnhancedMonitoring"));

  private NotHere() {}

  static Map<String, Action> byName() {
    var actions = new HashMap<String, Action>();
    BY_REMEDY.forEach((remedy, names) -> names.forEach(name -> actions.put(name, parameters -> {
      throw KinesisException.notSupported(name, remedy);
    })));
    return actions;
  }
}
