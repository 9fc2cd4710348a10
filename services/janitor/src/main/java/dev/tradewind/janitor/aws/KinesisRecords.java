package dev.tradewind.janitor.aws;

import dev.tradewind.core.Check;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.janitor.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The central log, read shard by shard without leases: nobody else's reading is disturbed but by sharing what a shard gives out, 2 MB a second. */
public final class KinesisRecords implements Log {

  // A shard answers five times a second; others want to read too.
  private static final Duration BETWEEN_READS = Duration.ofMillis(250);
  private static final Duration SLACK = Duration.ofHours(1);

  private final KinesisAsyncClient kinesis;
  private final String stream;
  private final LogCodec codec;
  private final InstantSource clock;

  public KinesisRecords(KinesisAsyncClient kinesis, String stream, LogCodec codec, InstantSource clock) {
    this.kinesis = Check.notNull(kinesis, "kinesis");
    this.stream = Check.notBlank(stream, "stream");
    this.codec = Check.notNull(codec, "codec");
    this.clock = Check.notNull(clock, "clock");
  }

  @Override
  public Uni<Instant> begins() {
    return Uni.createFrom().completionStage(() -> kinesis.describeStreamSummary(describe -> describe.streamName(stream)))
        .map(answer -> answer.streamDescriptionSummary())
        .map(summary -> {
          var kept = clock.instant().minus(Duration.ofHours(summary.retentionPeriodHours())).plus(SLACK);
          return kept.isAfter(summary.streamCreationTimestamp()) ? kept : summary.streamCreationTimestamp();
        });
  }

  @Override
  public Multi<LoggedCommit> commits(Instant since) {
    return Uni.createFrom().completionStage(() -> kinesis.listShards(list -> list.streamName(stream)))
        .onItem().<Shard>transformToMulti(answer -> Multi.createFrom().iterable(answer.shards()))
        .onItem().transformToMultiAndConcatenate(shard -> records(shard, since))
        .map(this::commit).filter(Optional::isPresent).map(Optional::get);
  }

  private Multi<Record> records(Shard shard, Instant since) {
    return Uni.createFrom().completionStage(() -> kinesis.getShardIterator(get -> get.streamName(stream).shardId(shard.shardId())
            .shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(since)))
        .onItem().transformToMulti(answer -> Multi.createBy().repeating()
            .uni(() -> new AtomicReference<>(answer.shardIterator()), next -> Uni.createFrom()
                .completionStage(() -> kinesis.getRecords(get -> get.shardIterator(next.get()))).invoke(read -> next.set(read.nextShardIterator())))
            .withDelay(BETWEEN_READS)
            .whilst(KinesisRecords::goesOn)
            .onItem().<Record>transformToIterable(GetRecordsResponse::records));
  }

  /** Until the shard is closed, or its end is reached. */
  private static boolean goesOn(GetRecordsResponse read) {
    return read.nextShardIterator() != null && read.millisBehindLatest() > 0;
  }

  /** What is no commit was parked by the archive, which tells of it. */
  private Optional<LoggedCommit> commit(Record record) {
    try {
      return Optional.of(codec.read(record.data().asUtf8String()));
    } catch (UnreadableMessage parked) {
      return Optional.empty();
    }
  }
}
