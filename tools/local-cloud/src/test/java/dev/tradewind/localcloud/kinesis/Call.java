package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** The operations without HTTP around them. Single quotes stand for double ones. */
final class Call {

  static final String FIRST_SHARD = "shardId-000000000000";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Action> actions = new HashMap<>();

  Call(Streams streams) {
    actions.putAll(new StreamActions(streams).byName());
    actions.putAll(new SettingActions(streams).byName());
    actions.putAll(new PutActions(streams).byName());
    actions.putAll(new ReadActions(streams).byName());
  }

  ObjectNode of(String action, String json) {
    try {
      return actions.get(action).perform(new Parameters(Encoding.JSON, JSON.readTree(json.replace('\'', '"'))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  void create(String stream, int shards) {
    of("CreateStream", "{'StreamName':'%s','ShardCount':%d}".formatted(stream, shards));
  }

  /** Puts a record and answers its number. */
  String put(String stream, String base64) {
    return of("PutRecord", "{'StreamName':'%s','PartitionKey':'a','Data':'%s'}".formatted(stream, base64)).get("SequenceNumber").textValue();
  }

  String iterator(String stream, String type, String more) {
    return of("GetShardIterator", "{'StreamName':'%s','ShardId':'%s','ShardIteratorType':'%s'%s}".formatted(stream, FIRST_SHARD, type, more))
        .get("ShardIterator").textValue();
  }

  ObjectNode read(String iterator) {
    return of("GetRecords", "{'ShardIterator':'%s'}".formatted(iterator));
  }
}
