package dev.tradewind.localcloud.kinesis;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A stream with its shards. */
record Stream(StreamSettings settings, List<Shard> shards) {

  static Stream open(StreamSettings settings, Path directory) throws IOException {
    var ranges = HashRange.split(settings.shards());
    var shards = new ArrayList<Shard>();
    for (int number = 0; number < ranges.size(); number++) {
      var log = RecordLog.open(directory.resolve(Integer.toString(number)), RecordLog.SEGMENT_BYTES);
      shards.add(new Shard(number, ranges.get(number), settings.createdMillis(), log));
    }
    return new Stream(settings, List.copyOf(shards));
  }

  String name() {
    return settings.name();
  }

  String arn() {
    return Arn.ofStream(settings.name());
  }

  Shard shardOf(BigInteger hashKey) {
    return shards.stream().filter(shard -> shard.range().holds(hashKey)).findFirst().orElseThrow();
  }

  /** @throws KinesisException when there is no such shard */
  Shard shard(String id) {
    return shards.stream().filter(shard -> shard.id().equals(id)).findFirst()
        .orElseThrow(() -> KinesisException.noSuchShard(id, name()));
  }

  /** Records that came before this are gone. */
  long trimHorizon(long nowMillis) {
    return nowMillis - Duration.ofHours(settings.retentionHours()).toMillis();
  }

  Stream with(StreamSettings changed) {
    return new Stream(changed, shards);
  }

  void close() throws IOException {
    for (var shard : shards) {
      shard.log().close();
    }
  }
}
