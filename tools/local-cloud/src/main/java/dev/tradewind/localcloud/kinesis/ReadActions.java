package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records out. A read at the end of a shard touches no disk: readers poll. */
final class ReadActions {

  private static final int MOST_RECORDS = 10_000;
  private static final int CALL_BYTES = 10 * 1024 * 1024;

  private final Streams streams;

  ReadActions(Streams streams) {
    this.streams = streams;
  }

  Map<String, Action> byName() {
    return Map.of("GetShardIterator", this::iterator, "GetRecords", this::records);
  }

  private ObjectNode iterator(Parameters parameters) {
    var stream = streams.get(parameters.stream());
    var shard = stream.shard(parameters.required("ShardId"));
    return StreamActions.object().put("ShardIterator", at(stream, shard, start(parameters, stream, shard)));
  }

  private long start(Parameters parameters, Stream stream, Shard shard) {
    var type = parameters.required("ShardIteratorType");
    return switch (type) {
      case "TRIM_HORIZON" -> 0;
      case "LATEST" -> shard.log().end();
      case "AT_SEQUENCE_NUMBER" -> number(parameters, stream, shard).index();
      case "AFTER_SEQUENCE_NUMBER" -> number(parameters, stream, shard).index() + 1;
      case "AT_TIMESTAMP" -> shard.log().firstSince(timestamp(parameters));
      default -> throw KinesisException.invalid("shardIteratorType", type, "Member must satisfy enum value set: "
          + "[AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON]");
    };
  }

  private static SequenceNumber number(Parameters parameters, Stream stream, Shard shard) {
    var text = parameters.text("StartingSequenceNumber").orElseThrow(() -> KinesisException.invalidArgument(
        "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or "
            + "(2) TRIM_HORIZON or LATEST and no StartingSequenceNumber."));
    return SequenceNumber.parse(text).filter(shard::gave).orElseThrow(() -> KinesisException.invalidArgument(
        "StartingSequenceNumber " + text + " used in GetShardIterator on shard " + shard.id() + " in stream " + stream.name()
            + " under account " + Arn.ACCOUNT + " is invalid because it did not come from this stream."));
  }

  private long timestamp(Parameters parameters) {
    long millis = parameters.timestamp("Timestamp").map(Instant::toEpochMilli).orElseThrow(() ->
        KinesisException.invalidArgument("Must specify timestamp parameter for iterator of type AT_TIMESTAMP. Current request has no timestamp "
            + "parameter."));
    if (millis > streams.now()) {
      throw KinesisException.invalidArgument("The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. "
          + "timestampInMillis: " + millis + ", currentTimestampInMillis: " + streams.now());
    }
    return millis;
  }

  private ObjectNode records(Parameters parameters) {
    int limit = parameters.number("Limit", 1, MOST_RECORDS).orElse(MOST_RECORDS);
    long now = streams.now();
    var iterator = ShardIterator.decode(parameters.required("ShardIterator"), now);
    var stream = streams.get(iterator.stream());
    if (!stream.settings().directory().equals(iterator.directory()) || iterator.shard() >= stream.shards().size()) {
      throw ShardIterator.invalid();
    }
    var shard = stream.shards().get(iterator.shard());
    long horizon = stream.trimHorizon(now);
    shard.dropBefore(horizon);
    long from = Math.max(iterator.index(), shard.log().firstSince(horizon));
    var records = read(shard, from, limit);
    long next = records.isEmpty() ? from : records.getLast().index() + 1;
    var answer = StreamActions.object()
        .put("NextShardIterator", at(stream, shard, next))
        .put("MillisBehindLatest", next < shard.log().end() ? Math.max(0, now - shard.log().arrivalOf(next)) : 0);
    var written = answer.putArray("Records");
    for (var each : records) {
      written.addObject()
          .put("SequenceNumber", shard.numberOf(each).toString())
          .put("PartitionKey", each.partitionKey())
          .put("Data", each.data())
          .put("EncryptionType", "NONE")
          .set("ApproximateArrivalTimestamp", parameters.encoding().timestamp(Instant.ofEpochMilli(each.arrivalMillis())));
    }
    return answer;
  }

  private static List<StoredRecord> read(Shard shard, long from, int limit) {
    try {
      return shard.log().read(from, limit, CALL_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException("Records of " + shard.id() + " could not be read", e);
    }
  }

  private String at(Stream stream, Shard shard, long index) {
    return new ShardIterator(stream.name(), stream.settings().directory(), shard.number(), index, streams.now()).encoded();
  }
}
