package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Records in. Those of one call for one shard are written together. */
final class PutActions {

  private static final Logger LOG = LogManager.getLogger(PutActions.class);
  private static final int RECORD_BYTES = 1024 * 1024;
  private static final int CALL_BYTES = 5 * 1024 * 1024;
  private static final int MOST_RECORDS = 500;
  private static final int KEY_LENGTH = 256;

  /** A record on its way: where it goes, and which entry of the call it was. */
  private record Entry(int position, Shard shard, NewRecord given) {}

  private final Streams streams;

  PutActions(Streams streams) {
    this.streams = streams;
  }

  Map<String, Action> byName() {
    return Map.of("PutRecord", this::put, "PutRecords", this::putAll);
  }

  private ObjectNode put(Parameters parameters) {
    var answer = StreamActions.object();
    write(List.of(entry(streams.get(parameters.stream()), parameters, 0, "")), List.of(answer));
    if (answer.has("ErrorCode")) {
      throw KinesisException.internal(answer.get("ErrorMessage").textValue());
    }
    return answer.put("EncryptionType", "NONE");
  }

  private ObjectNode putAll(Parameters parameters) {
    var stream = streams.get(parameters.stream());
    var given = parameters.list("Records", 1, MOST_RECORDS);
    var entries = new ArrayList<Entry>(given.size());
    for (var each : given) {
      entries.add(entry(stream, each, entries.size(), "records." + (entries.size() + 1) + ".member."));
    }
    if (entries.stream().mapToInt(entry -> entry.given().data().length + entry.given().partitionKey().length()).sum() > CALL_BYTES) {
      throw KinesisException.invalidArgument("Records size exceeds 5 MB limit");
    }
    var answer = StreamActions.object();
    var results = answer.putArray("Records");
    var each = entries.stream().map(entry -> results.addObject()).toList();
    write(entries, each);
    long failed = each.stream().filter(result -> result.has("ErrorCode")).count();
    return answer.put("FailedRecordCount", (int) failed).put("EncryptionType", "NONE");
  }

  private static Entry entry(Stream stream, Parameters parameters, int position, String path) {
    var data = parameters.bytes("Data");
    var key = parameters.required("PartitionKey", 1, KEY_LENGTH);
    if (data.length + key.length() > RECORD_BYTES) {
      throw KinesisException.invalid(path + "data", "…", "Member must have length less than or equal to " + RECORD_BYTES);
    }
    var hashKey = parameters.text("ExplicitHashKey").map(HashRange::explicitKey).orElseGet(() -> HashRange.keyOf(key));
    return new Entry(position, stream.shardOf(hashKey), new NewRecord(key, data));
  }

  /** Fails shard by shard, as Kinesis does: the entries of a shard that cannot be written say so, the others are in. */
  private void write(List<Entry> entries, List<ObjectNode> results) {
    var byShard = new LinkedHashMap<Shard, List<Entry>>();
    entries.forEach(entry -> byShard.computeIfAbsent(entry.shard(), shard -> new ArrayList<>()).add(entry));
    byShard.forEach((shard, together) -> {
      try {
        var stored = shard.log().append(streams.now(), together.stream().map(Entry::given).toList());
        for (int i = 0; i < stored.size(); i++) {
          results.get(together.get(i).position()).put("ShardId", shard.id()).put("SequenceNumber", shard.numberOf(stored.get(i)).toString());
        }
      } catch (IOException e) {
        LOG.error("kinesis.write.failed shard={}", shard.id(), e);
        together.forEach(entry -> results.get(entry.position())
            .put("ErrorCode", "InternalFailure").put("ErrorMessage", "Internal Service Failure: " + e.getMessage()));
      }
    });
  }
}
