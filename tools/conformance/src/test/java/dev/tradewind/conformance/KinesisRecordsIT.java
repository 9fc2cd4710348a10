package dev.tradewind.conformance;

import static dev.tradewind.conformance.KinesisStream.FIRST;
import static dev.tradewind.conformance.KinesisStream.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

@ConformanceTest
class KinesisRecordsIT {

  private static final int MEBIBYTE = 1024 * 1024;

  private static PutRecordsRequestEntry entry(String key, byte[] data) {
    return PutRecordsRequestEntry.builder().partitionKey(key).data(SdkBytes.fromByteArray(data)).build();
  }

  private static PutRecordsRequestEntry entry(String key, String text) {
    return PutRecordsRequestEntry.builder().partitionKey(key).data(SdkBytes.fromUtf8String(text)).build();
  }

  private static String errorOf(Cloud cloud, KinesisStream stream, List<PutRecordsRequestEntry> entries) {
    return catchThrowableOfType(KinesisException.class, () -> cloud.kinesis.putRecords(put -> put.streamName(stream.name()).records(entries)))
        .awsErrorDetails().errorCode();
  }

  @Test
  void a_record_is_read_as_it_was_put(Cloud cloud) {
    var stream = cloud.stream(1);
    var bytes = new byte[] {0, -1, 127, -128, 10, 13};
    var put = cloud.kinesis.putRecord(record -> record.streamName(stream.name()).partitionKey("schlüssel").data(SdkBytes.fromByteArray(bytes)));
    assertThat(put.shardId()).isEqualTo(FIRST);
    assertThat(stream.takeAll(FIRST, 1)).singleElement().satisfies(read -> {
      assertThat(read.data().asByteArray()).isEqualTo(bytes);
      assertThat(read.partitionKey()).isEqualTo("schlüssel");
      assertThat(read.sequenceNumber()).isEqualTo(put.sequenceNumber()).matches("\\d{56}");
      assertThat(read.approximateArrivalTimestamp()).isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(60));
    });
  }

  @Test
  void records_of_a_shard_keep_their_order_and_their_numbers_grow(Cloud cloud) {
    var stream = cloud.stream(1);
    var numbers = IntStream.range(0, 20).mapToObj(i -> new BigInteger(stream.put("key", "text " + i).sequenceNumber())).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(texts(stream.takeAll(FIRST, 20))).isEqualTo(IntStream.range(0, 20).mapToObj(i -> "text " + i).toList());
  }

  @Test
  void a_key_always_goes_to_the_shard_of_its_hash(Cloud cloud) {
    var stream = cloud.stream(4);
    // Their MD5s start with 0c, c4, 92, 4a and e1.
    assertThat(List.of("a", "1", "b", "c", "e").stream().map(key -> stream.put(key, "x").shardId()).toList()).containsExactly(
        "shardId-000000000000", "shardId-000000000003", "shardId-000000000002", "shardId-000000000001", "shardId-000000000003");
  }

  @Test
  void an_explicit_hash_key_chooses_the_shard(Cloud cloud) {
    var stream = cloud.stream(2);
    var range = stream.shards().get(1).hashKeyRange();
    assertThat(cloud.kinesis.putRecord(put -> put.streamName(stream.name()).partitionKey("a").explicitHashKey(range.startingHashKey())
        .data(SdkBytes.fromUtf8String("x"))).shardId()).isEqualTo("shardId-000000000001");
  }

  @Test
  void a_batch_answers_entry_by_entry(Cloud cloud) {
    var stream = cloud.stream(2);
    var put = cloud.kinesis.putRecords(records -> records.streamARN(stream.arn()).records(entry("a", "0"), entry("1", "1"), entry("a", "2")));
    assertThat(put.failedRecordCount()).isZero();
    assertThat(put.records()).extracting(PutRecordsResultEntry::shardId)
        .containsExactly(FIRST, "shardId-000000000001", FIRST);
    assertThat(put.records()).allSatisfy(result -> {
      assertThat(result.errorCode()).isNull();
      assertThat(result.sequenceNumber()).isNotNull();
    });
    assertThat(texts(stream.takeAll(FIRST, 2))).containsExactly("0", "2");
  }

  @Test
  void a_batch_holds_500_records_and_no_more(Cloud cloud) {
    var stream = cloud.stream(1);
    var entries = new ArrayList<PutRecordsRequestEntry>();
    IntStream.range(0, 500).forEach(i -> entries.add(entry("key", Integer.toString(i))));
    assertThat(cloud.kinesis.putRecords(put -> put.streamName(stream.name()).records(entries)).failedRecordCount()).isZero();
    assertThat(stream.takeAll(FIRST, 500)).hasSize(500);
    entries.add(entry("key", "one too many"));
    assertThat(errorOf(cloud, stream, entries)).isEqualTo("ValidationException");
  }

  @Test
  void a_record_may_have_a_mebibyte(Cloud cloud) {
    var stream = cloud.stream(1);
    assertThat(cloud.kinesis.putRecord(put -> put.streamName(stream.name()).partitionKey("k").data(SdkBytes.fromByteArray(new byte[MEBIBYTE - 1])))
        .sequenceNumber()).isNotNull();
    assertThat(errorOf(cloud, stream, List.of(entry("k", new byte[MEBIBYTE + 1])))).isEqualTo("ValidationException");
  }

  @Test
  void a_batch_may_have_five_mebibytes(Cloud cloud) {
    var stream = cloud.stream(1);
    var entries = IntStream.range(0, 6).mapToObj(i -> entry("k", new byte[MEBIBYTE - 10])).toList();
    assertThat(errorOf(cloud, stream, entries)).isEqualTo("InvalidArgumentException");
  }

  @Test
  void an_iterator_starts_where_it_is_told_to(Cloud cloud) {
    var stream = cloud.stream(1);
    var first = stream.put("k", "first");
    var second = stream.put("k", "second");
    var latest = stream.iterator(FIRST, ShardIteratorType.LATEST);
    stream.put("k", "third");
    assertThat(texts(stream.take(latest, 1))).containsExactly("third");
    assertThat(texts(stream.take(stream.iterator(FIRST, get -> get
        .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER).startingSequenceNumber(second.sequenceNumber())), 2)))
        .containsExactly("second", "third");
    assertThat(texts(stream.take(stream.iterator(FIRST, get -> get
        .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).startingSequenceNumber(first.sequenceNumber())), 2)))
        .containsExactly("second", "third");
    var arrivals = stream.takeAll(FIRST, 3);
    assertThat(texts(stream.take(stream.iterator(FIRST, get -> get
        .shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(arrivals.getFirst().approximateArrivalTimestamp())), 3)))
        .containsExactly("first", "second", "third");
  }

  @Test
  void an_iterator_may_be_used_again(Cloud cloud) {
    var stream = cloud.stream(1);
    stream.put("k", "once");
    var iterator = stream.iterator(FIRST, ShardIteratorType.TRIM_HORIZON);
    assertThat(texts(stream.take(iterator, 1))).containsExactly("once");
    assertThat(texts(stream.take(iterator, 1))).containsExactly("once");
  }

  @Test
  void a_read_takes_no_more_than_its_limit_and_says_how_far_behind_it_is(Cloud cloud) {
    var stream = cloud.stream(1);
    IntStream.range(0, 5).forEach(i -> stream.put("k", Integer.toString(i)));
    stream.takeAll(FIRST, 5);
    var part = cloud.kinesis.getRecords(get -> get.shardIterator(stream.iterator(FIRST, ShardIteratorType.TRIM_HORIZON)).limit(2));
    assertThat(texts(part.records())).containsExactly("0", "1");
    assertThat(part.millisBehindLatest()).isNotNegative();
    assertThat(texts(stream.take(part.nextShardIterator(), 3))).containsExactly("2", "3", "4");
    await().until(() -> cloud.kinesis.getRecords(get -> get.shardIterator(stream.iterator(FIRST, ShardIteratorType.LATEST)))
        .millisBehindLatest() == 0);
  }

  @Test
  void a_read_takes_no_more_than_ten_mebibytes(Cloud cloud) {
    var stream = cloud.stream(1);
    for (int batch = 0; batch < 3; batch++) {
      cloud.kinesis.putRecords(put -> put.streamName(stream.name())
          .records(IntStream.range(0, 4).mapToObj(i -> entry("k", new byte[MEBIBYTE - 10])).toList()));
    }
    assertThat(cloud.kinesis.getRecords(get -> get.shardIterator(stream.iterator(FIRST, ShardIteratorType.TRIM_HORIZON))).records())
        .hasSizeBetween(1, 10);
    assertThat(stream.takeAll(FIRST, 12)).hasSize(12);
  }

  @Test
  void what_is_no_iterator_is_refused(Cloud cloud) {
    assertThat(catchThrowableOfType(InvalidArgumentException.class,
        () -> cloud.kinesis.getRecords(get -> get.shardIterator("AAAAAAAAAAF7none")))).isNotNull();
  }

  @Test
  void a_number_that_is_not_of_the_shard_is_refused(Cloud cloud) {
    var stream = cloud.stream(1);
    stream.put("k", "x");
    assertThat(catchThrowableOfType(InvalidArgumentException.class, () -> stream.iterator(FIRST, get -> get
        .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER).startingSequenceNumber("42")))).isNotNull();
  }

  @Test
  void a_shard_or_stream_that_is_not_there_is_not_found(Cloud cloud) {
    var stream = cloud.stream(1);
    assertThat(catchThrowableOfType(ResourceNotFoundException.class,
        () -> stream.iterator("shardId-000000000009", ShardIteratorType.LATEST))).isNotNull();
    var none = new KinesisStream(cloud.kinesis, "conformance-none", "");
    assertThat(catchThrowableOfType(ResourceNotFoundException.class, () -> none.put("k", "x"))).isNotNull();
  }
}
