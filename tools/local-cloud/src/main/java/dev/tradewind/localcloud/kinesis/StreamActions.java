package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Streams: create, delete, list, describe. They are ACTIVE as soon as they are created. */
final class StreamActions {

  private static final int NAME_LENGTH = 128;
  private static final int MOST_SHARDS = 10_000;
  private static final int ON_DEMAND_SHARDS = 4;
  private static final int MOST_LISTED = 10_000;
  private static final int LISTED = 100;

  private final Streams streams;

  StreamActions(Streams streams) {
    this.streams = streams;
  }

  Map<String, Action> byName() {
    return Map.of(
        "CreateStream", this::create,
        "DeleteStream", this::delete,
        "ListStreams", this::list,
        "DescribeStream", this::describe,
        "DescribeStreamSummary", this::summarize);
  }

  private ObjectNode create(Parameters parameters) {
    var name = parameters.required("StreamName", 1, NAME_LENGTH);
    if (!name.matches("[a-zA-Z0-9_.-]+")) {
      throw KinesisException.invalid("streamName", name, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
    }
    var shards = parameters.number("ShardCount", 1, MOST_SHARDS);
    boolean onDemand = parameters.object("StreamModeDetails").flatMap(mode -> mode.text("StreamMode")).filter("ON_DEMAND"::equals).isPresent();
    if (onDemand && shards.isPresent()) {
      throw KinesisException.invalidArgument("ShardCount must not be provided for streams in ON_DEMAND mode");
    }
    if (!onDemand && shards.isEmpty()) {
      throw KinesisException.invalidArgument("ShardCount must be provided for streams in PROVISIONED mode");
    }
    streams.create(name, shards.orElse(ON_DEMAND_SHARDS), onDemand, tags(parameters));
    return object();
  }

  static Map<String, String> tags(Parameters parameters) {
    var tags = new LinkedHashMap<String, String>();
    parameters.json().path("Tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    return tags;
  }

  private ObjectNode delete(Parameters parameters) {
    streams.delete(parameters.stream());
    return object();
  }

  private ObjectNode list(Parameters parameters) {
    int limit = parameters.number("Limit", 1, MOST_LISTED).orElse(LISTED);
    var after = parameters.text("NextToken").or(() -> parameters.text("ExclusiveStartStreamName")).orElse("");
    var rest = streams.all().stream().filter(stream -> stream.name().compareTo(after) > 0).toList();
    var page = rest.subList(0, Math.min(limit, rest.size()));
    var answer = object().put("HasMoreStreams", page.size() < rest.size());
    var names = answer.putArray("StreamNames");
    var summaries = answer.putArray("StreamSummaries");
    for (var stream : page) {
      names.add(stream.name());
      summaries.add(facts(stream, parameters.encoding()));
    }
    return page.size() < rest.size() ? answer.put("NextToken", page.getLast().name()) : answer;
  }

  private ObjectNode describe(Parameters parameters) {
    var stream = streams.get(parameters.stream());
    int limit = parameters.number("Limit", 1, MOST_LISTED).orElse(LISTED);
    var rest = ShardActions.after(stream, parameters.text("ExclusiveStartShardId"));
    var page = rest.subList(0, Math.min(limit, rest.size()));
    var description = details(stream, parameters.encoding()).put("HasMoreShards", page.size() < rest.size());
    description.set("Shards", shards(page));
    return object().set("StreamDescription", description);
  }

  private ObjectNode summarize(Parameters parameters) {
    var stream = streams.get(parameters.stream());
    return object().set("StreamDescriptionSummary", details(stream, parameters.encoding())
        .put("OpenShardCount", stream.shards().size())
        .put("ConsumerCount", 0));
  }

  static ArrayNode shards(List<Shard> shards) {
    var described = JsonNodeFactory.instance.arrayNode();
    for (var shard : shards) {
      var description = described.addObject().put("ShardId", shard.id());
      description.putObject("HashKeyRange")
          .put("StartingHashKey", shard.range().first().toString())
          .put("EndingHashKey", shard.range().last().toString());
      description.putObject("SequenceNumberRange").put("StartingSequenceNumber", shard.startingNumber().toString());
    }
    return described;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode details(Stream stream, Encoding encoding) {
    var details = facts(stream, encoding)
        .put("RetentionPeriodHours", stream.settings().retentionHours())
        .put("EncryptionType", "NONE");
    details.putArray("EnhancedMonitoring").addObject().putArray("ShardLevelMetrics");
    return details;
  }

  private static ObjectNode facts(Stream stream, Encoding encoding) {
    var facts = object().put("StreamName", stream.name()).put("StreamARN", stream.arn()).put("StreamStatus", "ACTIVE");
    facts.putObject("StreamModeDetails").put("StreamMode", stream.settings().onDemand() ? "ON_DEMAND" : "PROVISIONED");
    facts.set("StreamCreationTimestamp", encoding.timestamp(Instant.ofEpochMilli(stream.settings().createdMillis())));
    return facts;
  }
}
