package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** ListShards. All shards are open for ever here, so that of the filters only the one by shard id leaves any out. */
final class ShardActions {

  private static final int MOST_LISTED = 10_000;
  private static final int LISTED = 1_000;
  private static final String AFTER_SHARD = "AFTER_SHARD_ID";
  private static final Set<String> FILTERS =
      Set.of(AFTER_SHARD, "AT_TRIM_HORIZON", "FROM_TRIM_HORIZON", "AT_LATEST", "AT_TIMESTAMP", "FROM_TIMESTAMP");

  /** Where a listing goes on. */
  private record Token(String stream, String shard) {

    String encoded() {
      return Base64.getUrlEncoder().encodeToString((stream + " " + shard).getBytes(StandardCharsets.UTF_8));
    }

    static Token of(String text) {
      try {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
        return new Token(parts[0], parts[1]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw KinesisException.invalidArgument("NextToken is invalid.");
      }
    }
  }

  private final Streams streams;

  ShardActions(Streams streams) {
    this.streams = streams;
  }

  Map<String, Action> byName() {
    return Map.of("ListShards", this::list);
  }

  private ObjectNode list(Parameters parameters) {
    int limit = parameters.number("MaxResults", 1, MOST_LISTED).orElse(LISTED);
    var token = parameters.text("NextToken");
    if (token.isPresent() && parameters.optionalStream().isPresent()) {
      throw KinesisException.invalidArgument("NextToken and StreamName cannot be provided together.");
    }
    return token.map(Token::of)
        .map(from -> page(streams.get(from.stream()), Optional.of(from.shard()), limit))
        .orElseGet(() -> page(streams.get(parameters.stream()), start(parameters), limit));
  }

  private static Optional<String> start(Parameters parameters) {
    var filter = parameters.object("ShardFilter");
    filter.map(shards -> shards.required("Type")).filter(type -> !FILTERS.contains(type)).ifPresent(type -> {
      throw KinesisException.invalid("shardFilter.type", type, "Member must satisfy enum value set: " + FILTERS);
    });
    return parameters.text("ExclusiveStartShardId")
        .or(() -> filter.filter(shards -> shards.required("Type").equals(AFTER_SHARD)).map(shards -> shards.required("ShardId")));
  }

  private static ObjectNode page(Stream stream, Optional<String> after, int limit) {
    var rest = after(stream, after);
    var page = rest.subList(0, Math.min(limit, rest.size()));
    var answer = StreamActions.object();
    answer.set("Shards", StreamActions.shards(page));
    return page.size() < rest.size()
        ? answer.put("NextToken", new Token(stream.name(), page.getLast().id()).encoded())
        : answer;
  }

  /** The shards whose ids come later; ids sort as their numbers do. */
  static List<Shard> after(Stream stream, Optional<String> id) {
    return stream.shards().stream().filter(shard -> id.isEmpty() || shard.id().compareTo(id.get()) > 0).toList();
  }
}
