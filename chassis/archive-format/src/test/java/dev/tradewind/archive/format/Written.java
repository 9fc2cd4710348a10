package dev.tradewind.archive.format;

import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** An archive with commits of one stream, one a second, written as the service does. */
record Written(InMemoryStore store) {

  static final String SHARD = "shardId-000000000000";
  static final Instant HOUR = Instant.parse("2026-11-21T14:00:00Z");
  static final LogCodec CODEC = new LogCodec(new JsonCodec(Types.of()));

  static Written archive() {
    return new Written(new InMemoryStore(2));
  }

  static String line(String order, int version) {
    return CODEC.write("orders", new Commit<>(new StreamId("order", order), version,
        new Cause("m-" + version, "", order, ""), HOUR.plusSeconds(version), List.of(), List.of()));
  }

  /** An object with these versions of the order, after the object that ended there. */
  Written object(Instant hour, String order, int first, int last) {
    var lines = Lines.of(IntStream.rangeClosed(first, last).mapToObj(version -> line(order, version).getBytes(StandardCharsets.UTF_8)).toList());
    var key = new ArchiveKey(hour, SHARD, Integer.toString(first), Integer.toString(last));
    store.put(key.toString(), new Content(lines.compressed(), "application/gzip", Map.of())).await().indefinitely();
    var entry = new Manifest.Entry(key.toString(), first == 1 ? Optional.empty() : Optional.of(Integer.toString(first - 1)), key.first(), key.last(),
        last - first + 1, List.of(), lines.size(), lines.sha256(), Optional.of(hour), Optional.of(hour));
    new Manifests(store).add(hour, SHARD, entry).await().indefinitely();
    return this;
  }

  static String key(Instant hour, int first, int last) {
    return new ArchiveKey(hour, SHARD, Integer.toString(first), Integer.toString(last)).toString();
  }
}
