package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** The log over the real API. */
class KinesisLogOnKinesisTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SHARDS = 3;

  private final FaultyProxy proxy = new FaultyProxy(LocalCloud.endpoint());
  private final Cloud cloud = new Cloud(proxy.endpoint());
  private final LogCodec codec = new LogCodec(Parcels.CODEC);
  private final String stream = cloud.stream(SHARDS);
  private final EventLog log = log(stream);

  @AfterEach
  void stop() {
    cloud.close();
    proxy.close();
  }

  @Test
  void whoever_reads_the_stream_from_its_beginning_finds_every_commit() {
    var commits = IntStream.range(0, 300).mapToObj(i -> commit("p" + i % 30, 1 + i / 30)).toList();

    put(commits);

    assertThat(read()).hasSize(300).containsExactlyInAnyOrderElementsOf(commits.stream().map(this::asRecord).toList());
    assertThat(proxy.count("PutRecords")).isLessThan(100);
  }

  @Test
  void all_commits_of_a_stream_are_in_one_shard() {
    put(IntStream.range(0, 60).mapToObj(i -> commit("p" + i % 20, 1 + i / 20)).toList());

    var shards = cloud.records(stream);

    assertThat(shards).hasSize(SHARDS).noneMatch(List::isEmpty);
    assertThat(shards.stream().flatMap(shard -> shard.stream().map(Record::partitionKey).distinct())).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void a_put_whose_answer_is_lost_may_be_repeated_and_leaves_the_same_record_twice() {
    var commit = commit("a", 1);
    put(List.of(commit));
    put(List.of(commit));

    assertThat(read()).containsExactly(asRecord(commit), asRecord(commit));
  }

  @Test
  void an_error_of_the_service_is_tried_again() {
    proxy.refuseNext("PutRecords", 500);

    put(List.of(commit("a", 1)));

    assertThat(proxy.count("PutRecords")).isEqualTo(2);
    assertThat(read()).hasSize(1);
  }

  @Test
  void without_the_stream_or_the_service_a_put_fails() {
    var commit = commit("a", 1);
    assertThatThrownBy(() -> log("no-such-stream").put("depot", commit).await().atMost(PATIENCE)).isInstanceOf(ResourceNotFoundException.class);
    proxy.down();

    assertThatThrownBy(() -> put(List.of(commit))).isInstanceOf(SdkException.class);
  }

  private void put(List<Commit<Parcels.Happening>> commits) {
    Uni.join().all(commits.stream().map(commit -> log.put("depot", commit)).toList()).andFailFast().await().atMost(PATIENCE);
  }

  private List<LoggedCommit> read() {
    return cloud.records(stream).stream().flatMap(List::stream).map(record -> codec.read(record.data().asUtf8String())).toList();
  }

  private LoggedCommit asRecord(Commit<?> commit) {
    return codec.read(codec.write("depot", commit));
  }

  private EventLog log(String name) {
    return new KinesisLog(new KinesisLog.Options(name, Duration.ofMillis(5)), codec, cloud.kinesis);
  }

  private static Commit<Parcels.Happening> commit(String key, long version) {
    return new Commit<>(new StreamId("parcel", key), version, new Cause("m-" + version, "", key, ""), Parcels.NOW,
        List.of(new Parcels.Packed("tea")), List.of(Outgoing.now(new Parcels.Carry("tea"))));
  }
}
