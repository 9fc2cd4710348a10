package dev.tradewind.timemachine;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Span;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import io.smallrye.mutiny.Uni;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

/**
 * Waits until the archive holds everything that the log has taken. A mark goes into each shard of the log: when the archive has the mark, it
 * has what came before it. The marks stay: that a rebuild began is worth knowing too.
 */
final class Watermark {

  /** What a mark says. */
  record RebuildBegan(String table) {}

  private static final String SERVICE = "queries";
  private static final LogCodec CODEC = new LogCodec(new JsonCodec(Types.of(Types.records(SERVICE, RebuildBegan.class))));
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  // The archive names objects by the hour in which the log took them, by its own clock.
  private static final Duration SLACK = Duration.ofHours(1);

  private final KinesisAsyncClient log;
  private final String stream;
  private final ArchiveReader archive;
  private final Duration patience;
  private final Consumer<String> progress;

  Watermark(KinesisAsyncClient log, String stream, ArchiveReader archive, Duration patience, Consumer<String> progress) {
    this.log = log;
    this.stream = stream;
    this.archive = archive;
    this.patience = patience;
    this.progress = progress;
  }

  /** Fails with {@link Refused} when the archive does not get so far in time. */
  Uni<Void> reached(String table, Instant now) {
    return marks(table, now)
        .invoke(marks -> progress.accept("waiting until the archive holds what the log took until now, in %d shards".formatted(marks.size())))
        .flatMap(marks -> held(marks, table, now));
  }

  private Uni<Void> held(Map<String, BigInteger> marks, String table, Instant now) {
    var seen = new AtomicReference<>(List.of("nothing was seen of it"));
    return missing(marks, now).invoke(seen::set).repeat().withDelay(BETWEEN_LOOKS).until(List::isEmpty).collect().last()
        .ifNoItem().after(patience).failWith(() -> Refused.answer(
            "The archive does not hold yet what the log took at %s (%s): look whether the archive service is up, then go on with --resume %s"
                .formatted(now, String.join(", ", seen.get()), table)))
        .replaceWithVoid();
  }

  /** Where the mark stands in each shard. */
  private Uni<Map<String, BigInteger>> marks(String table, Instant now) {
    return Uni.createFrom().completionStage(() -> log.listShards(list -> list.streamName(stream))).flatMap(answer -> {
      List<Uni<Map.Entry<String, BigInteger>>> put = new ArrayList<>();
      for (var shard : answer.shards()) {
        var mark = mark(table, now, put.size() + 1L);
        put.add(Uni.createFrom().completionStage(() -> log.putRecord(record -> record.streamName(stream).partitionKey(table)
                .explicitHashKey(shard.hashKeyRange().startingHashKey()).data(SdkBytes.fromUtf8String(mark))))
            .map(stands -> Map.entry(stands.shardId(), new BigInteger(stands.sequenceNumber()))));
      }
      return Uni.join().all(put).andFailFast().map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    });
  }

  private static String mark(String table, Instant now, long version) {
    var rebuild = new StreamId("rebuild", "%s-%d".formatted(table, now.toEpochMilli()));
    return CODEC.write(SERVICE, new Commit<>(rebuild, version, Cause.request("replay/" + rebuild.key(), rebuild.key(), ""), now,
        List.of(new RebuildBegan(table)), List.of()));
  }

  /** How far the archive is in each shard of which it does not have the mark yet. */
  private Uni<List<String>> missing(Map<String, BigInteger> marks, Instant now) {
    return archive.objects(new Span(now.minus(SLACK), Span.all().to())).collect().asList()
        .map(objects -> marks.entrySet().stream().flatMap(mark -> missing(mark.getKey(), mark.getValue(), objects).stream()).toList());
  }

  static Optional<String> missing(String shard, BigInteger mark, List<ArchiveKey> objects) {
    var last = objects.stream().filter(object -> object.shard().equals(shard)).map(object -> new BigInteger(object.last())).max(BigInteger::compareTo);
    return last.filter(number -> number.compareTo(mark) >= 0).isPresent()
        ? Optional.empty()
        : Optional.of("%s is archived up to %s, not to %s".formatted(shard, last.map(BigInteger::toString).orElse("nothing of this hour"), mark));
  }
}
