package dev.tradewind.chaos.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.checker.Logged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Reads the central log from its beginning. */
final class CentralLog {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOURCES = "/tradewind/";

  private record Key(String service, String stream) {}

  private final KinesisClient kinesis;
  private final Map<Key, Set<Logged.Entry>> records = new HashMap<>();

  private CentralLog(KinesisClient kinesis) {
    this.kinesis = kinesis;
  }

  /** What it holds; what was put several times is told once. */
  static List<Logged> read(KinesisClient kinesis) {
    var log = new CentralLog(kinesis);
    kinesis.listShards(list -> list.streamName(Names.LOG)).shards().forEach(shard -> log.readShard(shard.shardId()));
    return log.records.entrySet().stream()
        .map(entry -> new Logged(entry.getKey().service(), entry.getKey().stream(), List.copyOf(entry.getValue()))).toList();
  }

  private void readShard(String shard) {
    var next = kinesis.getShardIterator(get -> get
        .streamName(Names.LOG).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
    boolean more = true;
    while (more) {
      var from = next;
      var answer = kinesis.getRecords(get -> get.shardIterator(from));
      answer.records().forEach(record -> add(record.data().asByteArray()));
      next = answer.nextShardIterator();
      more = next != null && !(answer.records().isEmpty() && answer.millisBehindLatest() == 0);
    }
  }

  private void add(byte[] record) {
    try {
      add(JSON.readTree(record));
    } catch (IOException malformed) {
      throw new UncheckedIOException("the log holds a record that is no JSON; look at the stream " + Names.LOG, malformed);
    }
  }

  private void add(JsonNode event) {
    var service = event.path("source").asText().substring(SOURCES.length());
    var key = new Key(service, event.path("subject").asText());
    long version = Long.parseLong(event.path("sequence").asText());
    records.computeIfAbsent(key, first -> new HashSet<>()).add(new Logged.Entry(version, content(service, event)));
  }

  private static Object content(String service, JsonNode event) {
    var cause = event.path("causationid").asText();
    var at = Instant.parse(event.path("time").asText());
    var data = event.path("data");
    return service.equals(Names.STOCK)
        ? Contents.ofStock(cause, at, data.at("/messages/0/0").asText())
        : Contents.of(cause, event.path("answers").asText(), event.path("correlationid").asText(), event.path("traceparent").asText(), at,
            data.path("events"), data.path("messages"));
  }
}
