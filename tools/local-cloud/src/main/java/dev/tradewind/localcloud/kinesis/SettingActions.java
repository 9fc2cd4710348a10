package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What can be changed of a stream: how long it keeps records, and its tags. */
final class SettingActions {

  private static final int LEAST_HOURS = 24;
  private static final int MOST_HOURS = 8_760;

  private final Streams streams;

  SettingActions(Streams streams) {
    this.streams = streams;
  }

  Map<String, Action> byName() {
    return Map.of(
        "IncreaseStreamRetentionPeriod", this::keepLonger,
        "DecreaseStreamRetentionPeriod", this::keepShorter,
        "AddTagsToStream", this::tag,
        "RemoveTagsFromStream", this::untag,
        "ListTagsForStream", this::listTags);
  }

  private ObjectNode keepLonger(Parameters parameters) {
    return keep(parameters, -1, "shorter than", "Decrease");
  }

  private ObjectNode keepShorter(Parameters parameters) {
    return keep(parameters, 1, "longer than", "Increase");
  }

  private ObjectNode keep(Parameters parameters, int wrong, String howSo, String other) {
    var stream = streams.get(parameters.stream());
    int hours = parameters.number("RetentionPeriodHours", Integer.MIN_VALUE, Integer.MAX_VALUE)
        .orElseThrow(() -> KinesisException.missing("retentionPeriodHours"));
    if (hours < LEAST_HOURS) {
      throw KinesisException.invalidArgument("Minimum allowed retention period is %d hours. Requested retention period (%d hours) is too short."
          .formatted(LEAST_HOURS, hours));
    }
    if (hours > MOST_HOURS) {
      throw KinesisException.invalidArgument("Maximum allowed retention period is %d hours. Requested retention period (%d hours) is too long."
          .formatted(MOST_HOURS, hours));
    }
    int before = stream.settings().retentionHours();
    if (Integer.compare(hours, before) == wrong) {
      throw KinesisException.invalidArgument("Requested retention period (%d hours) for stream %s can not be %s existing retention period (%d hours)."
          .formatted(hours, stream.name(), howSo, before) + " Use " + other + "StreamRetentionPeriod API.");
    }
    streams.change(stream.name(), settings -> settings.keeping(hours));
    return StreamActions.object();
  }

  private ObjectNode tag(Parameters parameters) {
    streams.change(parameters.stream(), settings -> settings.tagged(StreamActions.tags(parameters)));
    return StreamActions.object();
  }

  private ObjectNode untag(Parameters parameters) {
    var keys = StreamSupport.stream(parameters.json().path("TagKeys").spliterator(), false).map(key -> key.asText()).toList();
    streams.change(parameters.stream(), settings -> settings.untagged(keys));
    return StreamActions.object();
  }

  private ObjectNode listTags(Parameters parameters) {
    var answer = StreamActions.object().put("HasMoreTags", false);
    var tags = answer.putArray("Tags");
    streams.get(parameters.stream()).settings().tags().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(tag -> tags.addObject().put("Key", tag.getKey()).put("Value", tag.getValue()));
    return answer;
  }
}
