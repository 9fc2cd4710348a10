package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

@ConformanceTest
class KinesisStreamIT {

  private static final BigInteger LAST_KEY = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

  @Test
  void a_stream_shows_what_it_is(Cloud cloud) {
    var stream = cloud.stream(2);
    var summary = stream.summary();
    assertThat(summary.streamName()).isEqualTo(stream.name());
    assertThat(summary.streamARN()).startsWith("arn:aws:kinesis:").endsWith(":stream/" + stream.name()).isEqualTo(stream.arn());
    assertThat(summary.streamStatus()).isEqualTo(StreamStatus.ACTIVE);
    assertThat(summary.openShardCount()).isEqualTo(2);
    assertThat(summary.retentionPeriodHours()).isEqualTo(24);
    assertThat(summary.streamModeDetails().streamMode()).isEqualTo(StreamMode.PROVISIONED);
    assertThat(summary.streamCreationTimestamp()).isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(60));
  }

  @Test
  void a_stream_may_be_named_by_its_arn(Cloud cloud) {
    var stream = cloud.stream(1);
    assertThat(cloud.kinesis.describeStreamSummary(describe -> describe.streamARN(stream.arn())).streamDescriptionSummary())
        .isEqualTo(stream.summary());
    assertThat(cloud.kinesis.listShards(list -> list.streamARN(stream.arn())).shards()).isEqualTo(stream.shards());
  }

  @Test
  void creating_a_stream_again_is_refused(Cloud cloud) {
    var stream = cloud.stream(1);
    assertThat(catchThrowableOfType(ResourceInUseException.class,
        () -> cloud.kinesis.createStream(create -> create.streamName(stream.name()).shardCount(1)))).isNotNull();
  }

  @Test
  void a_stream_that_is_not_there_is_not_found(Cloud cloud) {
    assertThat(catchThrowableOfType(ResourceNotFoundException.class,
        () -> cloud.kinesis.describeStreamSummary(describe -> describe.streamName("conformance-none")))).isNotNull();
    assertThat(catchThrowableOfType(ResourceNotFoundException.class,
        () -> cloud.kinesis.deleteStream(delete -> delete.streamName("conformance-none")))).isNotNull();
  }

  @Test
  void a_name_with_other_characters_is_refused(Cloud cloud) {
    assertThat(catchThrowableOfType(KinesisException.class,
        () -> cloud.kinesis.createStream(create -> create.streamName("no spaces").shardCount(1))).awsErrorDetails().errorCode())
        .isEqualTo("ValidationException");
  }

  @Test
  void a_deleted_stream_is_gone(Cloud cloud) {
    var name = Cloud.uniqueName();
    KinesisStream.create(cloud.kinesis, name, 1).delete();
    await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(catchThrowableOfType(ResourceNotFoundException.class,
        () -> cloud.kinesis.describeStreamSummary(describe -> describe.streamName(name)))).isNotNull());
  }

  @Test
  void a_stream_is_listed(Cloud cloud) {
    var stream = cloud.stream(1);
    assertThat(cloud.kinesis.listStreamsPaginator().streamNames().stream().anyMatch(stream.name()::equals)).isTrue();
  }

  @Test
  void the_shards_share_all_hash_keys_without_gap_or_overlap(Cloud cloud) {
    var shards = cloud.stream(3).shards();
    assertThat(shards).extracting(Shard::shardId)
        .containsExactly(KinesisStream.FIRST, "shardId-000000000001", "shardId-000000000002");
    var next = BigInteger.ZERO;
    for (var shard : shards) {
      assertThat(shard.hashKeyRange().startingHashKey()).isEqualTo(next.toString());
      assertThat(shard.sequenceNumberRange().startingSequenceNumber()).matches("\\d{56}");
      assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNull();
      next = new BigInteger(shard.hashKeyRange().endingHashKey()).add(BigInteger.ONE);
    }
    assertThat(next.subtract(BigInteger.ONE)).isEqualTo(LAST_KEY);
  }

  @Test
  void shards_come_in_pages(Cloud cloud) {
    var stream = cloud.stream(3);
    var first = cloud.kinesis.listShards(list -> list.streamName(stream.name()).maxResults(2));
    assertThat(first.shards()).isEqualTo(stream.shards().subList(0, 2));
    var second = cloud.kinesis.listShards(list -> list.nextToken(first.nextToken()));
    assertThat(second.shards()).isEqualTo(stream.shards().subList(2, 3));
    assertThat(second.nextToken()).isNull();
    assertThat(catchThrowableOfType(InvalidArgumentException.class, () -> cloud.kinesis.listShards(list -> list
        .streamName(stream.name()).nextToken(first.nextToken())))).isNotNull();
  }

  @Test
  void shards_can_be_filtered(Cloud cloud) {
    var stream = cloud.stream(2);
    assertThat(cloud.kinesis.listShards(list -> list.streamName(stream.name())
        .shardFilter(filter -> filter.type(ShardFilterType.AT_LATEST))).shards()).isEqualTo(stream.shards());
    assertThat(cloud.kinesis.listShards(list -> list.streamName(stream.name())
        .shardFilter(filter -> filter.type(ShardFilterType.AFTER_SHARD_ID).shardId(KinesisStream.FIRST))).shards())
        .isEqualTo(stream.shards().subList(1, 2));
  }

  @Test
  void retention_can_be_changed_within_limits(Cloud cloud) {
    var stream = cloud.stream(1);
    cloud.kinesis.increaseStreamRetentionPeriod(keep -> keep.streamName(stream.name()).retentionPeriodHours(48));
    await().atMost(Duration.ofMinutes(1)).until(() -> stream.summary().streamStatus() == StreamStatus.ACTIVE);
    assertThat(stream.summary().retentionPeriodHours()).isEqualTo(48);
    assertThat(catchThrowableOfType(InvalidArgumentException.class, () -> cloud.kinesis.increaseStreamRetentionPeriod(keep -> keep
        .streamName(stream.name()).retentionPeriodHours(25)))).isNotNull();
    cloud.kinesis.decreaseStreamRetentionPeriod(keep -> keep.streamName(stream.name()).retentionPeriodHours(24));
    await().atMost(Duration.ofMinutes(1)).until(() -> stream.summary().streamStatus() == StreamStatus.ACTIVE);
    assertThat(stream.summary().retentionPeriodHours()).isEqualTo(24);
    assertThat(catchThrowableOfType(InvalidArgumentException.class, () -> cloud.kinesis.decreaseStreamRetentionPeriod(keep -> keep
        .streamName(stream.name()).retentionPeriodHours(23)))).isNotNull();
  }

  @Test
  void tags_are_kept(Cloud cloud) {
    var stream = cloud.stream(1);
    cloud.kinesis.addTagsToStream(add -> add.streamName(stream.name()).tags(Map.of("a", "1", "b", "2")));
    cloud.kinesis.removeTagsFromStream(remove -> remove.streamName(stream.name()).tagKeys("a"));
    assertThat(cloud.kinesis.listTagsForStream(list -> list.streamName(stream.name())).tags()).singleElement()
        .satisfies(tag -> assertThat(tag.key() + "=" + tag.value()).isEqualTo("b=2"));
  }
}
