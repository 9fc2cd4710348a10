package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** The library that our readers of the log stand on: its tables in DynamoDB, its polls of Kinesis. */
@ConformanceTest
class KinesisClientLibraryIT {

  private static final int SHARDS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Records all over the shards, named by what they belong to. */
  private static List<String> put(KinesisStream stream, String part) {
    var texts = IntStream.range(0, 100).mapToObj(i -> part + "-" + i).toList();
    var put = stream.kinesis().putRecords(records -> records.streamName(stream.name()).records(texts.stream()
        .map(text -> PutRecordsRequestEntry.builder().partitionKey(text).data(SdkBytes.fromUtf8String(text)).build()).toList()));
    assertThat(put.failedRecordCount()).isZero();
    assertThat(put.records().stream().map(each -> each.shardId()).distinct()).hasSize(SHARDS);
    return texts;
  }

  @Test
  void a_worker_goes_on_after_the_checkpoints_of_the_one_before_and_no_record_is_lost(Cloud cloud) {
    var stream = cloud.stream(SHARDS);
    var application = cloud.application();
    var first = put(stream, "first");

    var before = cloud.worker(stream, application);
    await().atMost(PATIENCE).until(() -> before.reading().checkpointed.get() == first.size());
    before.reading().checkpoints.set(false);
    var second = put(stream, "second");
    await().atMost(PATIENCE).until(() -> before.reading().texts.containsAll(second));
    before.close();
    assertThat(before.reading().shards).hasSize(SHARDS);
    assertThat(before.reading().texts).containsAll(first).hasSize(first.size() + second.size());

    var after = cloud.worker(stream, application);
    var third = put(stream, "third");
    await().atMost(PATIENCE).until(() -> after.reading().texts.containsAll(second) && after.reading().texts.containsAll(third));
    assertThat(after.reading().texts).hasSize(second.size() + third.size()).doesNotContainAnyElementsOf(first);
  }
}
