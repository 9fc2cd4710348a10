package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.aws.Parcels.Happening;
import dev.tradewind.aws.Parcels.Packed;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.wire.LogCodec;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KinesisLogTest {

  private static final Duration LINGER = Duration.ofMillis(5);

  private final VirtualTime time = new VirtualTime();
  private final StubKinesis kinesis = new StubKinesis();
  private final LogCodec codec = new LogCodec(Parcels.CODEC);
  private final KinesisLog log = new KinesisLog(new KinesisLog.Options("events", LINGER), codec, kinesis, time, () -> 1);

  @Test
  void a_record_is_the_commit_under_the_name_of_its_stream() {
    var commit = commit("a");

    put(commit).assertCompleted();

    var request = kinesis.requests.getFirst();
    assertThat(request.streamName()).isEqualTo("events");
    assertThat(request.records()).singleElement().satisfies(record -> {
      assertThat(record.partitionKey()).isEqualTo("parcel/a");
      assertThat(record.data().asUtf8String()).isEqualTo(codec.write("depot", commit));
    });
  }

  @Test
  void commits_of_concurrent_callers_share_a_request() {
    put(commit("before"));
    var together = IntStream.range(0, 400).mapToObj(i -> put(commit("p" + i))).toList();
    together.getFirst().assertNotTerminated();

    time.pass(LINGER);

    assertThat(kinesis.keys()).hasSize(2);
    assertThat(kinesis.keys().get(1)).hasSize(400);
    together.forEach(UniAssertSubscriber::assertCompleted);
  }

  @Test
  void a_request_holds_500_records_and_5_mebibytes() {
    put(commit("before"));
    IntStream.range(0, 501).forEach(i -> put(commit("p" + i)));
    assertThat(kinesis.keys().get(1)).hasSize(500);
    time.pass(LINGER);
    assertThat(kinesis.keys().get(2)).hasSize(1);
    time.pass(LINGER);
    kinesis.requests.clear();

    put(commit("before"));
    IntStream.range(0, 7).forEach(i -> put(commit("big" + i, "x".repeat(900_000))));
    assertThat(kinesis.keys().get(1)).hasSize(5);
  }

  @Test
  void a_record_that_its_shard_refuses_is_put_again_and_the_others_are_not() {
    put(commit("before"));
    var a = put(commit("a"));
    var b = put(commit("b"));
    kinesis.refuseNext("parcel/b");
    time.pass(LINGER);
    a.assertCompleted();
    b.assertNotTerminated();

    time.pass(Duration.ofSeconds(1));

    assertThat(kinesis.keys()).containsExactly(List.of("parcel/before"), List.of("parcel/a", "parcel/b"), List.of("parcel/b"));
    b.assertCompleted();
  }

  @Test
  void a_record_that_is_refused_again_and_again_fails_and_says_why() {
    kinesis.alwaysRefuse("parcel/a");
    var a = put(commit("a"));

    time.pass(Duration.ofSeconds(10));

    assertThat(kinesis.requests).hasSize(Batcher.MOST_ATTEMPTS);
    a.assertFailedWith(EntryRefused.class, "ProvisionedThroughputExceededException after 5 attempts");
  }

  @Test
  void a_record_that_the_answer_does_not_speak_of_is_put_again() {
    kinesis.answerNext(request -> StubKinesis.answer(List.of()));
    var a = put(commit("a"));
    a.assertNotTerminated();

    time.pass(Duration.ofSeconds(1));

    a.assertCompleted();
  }

  @Test
  void a_request_that_fails_fails_its_commits_and_they_may_be_put_again() {
    kinesis.answerNext(request -> {
      throw new IllegalStateException("connection refused");
    });
    put(commit("a")).assertFailedWith(IllegalStateException.class, "connection refused");
    time.pass(LINGER);

    put(commit("a")).assertCompleted();
  }

  @Test
  void what_kinesis_would_refuse_fails_alone_and_names_the_commit() {
    put(commit("before"));
    var good = put(commit("good"));
    put(commit("fat", "x".repeat(1024 * 1024)))
        .assertFailedWith(IllegalArgumentException.class, "a record of the log holds 1048576 bytes, but commit parcel/fat/1");
    put(commit("k".repeat(250))).assertFailedWith(IllegalArgumentException.class, "the name of a stream has 256 characters at most");
    time.pass(LINGER);

    good.assertCompleted();
    assertThat(kinesis.keys().get(1)).containsExactly("parcel/good");
  }

  @Test
  void nothing_is_put_before_somebody_subscribes() {
    log.put("depot", commit("a"));

    assertThat(kinesis.requests).isEmpty();
  }

  @Test
  void options_say_what_is_wrong() {
    assertThatThrownBy(() -> new KinesisLog.Options(" ", LINGER)).hasMessage("stream must not be blank");
    assertThatThrownBy(() -> new KinesisLog.Options("events", Duration.ofMillis(-1))).hasMessage("linger must not be negative, but is PT-0.001S");
  }

  private UniAssertSubscriber<Void> put(Commit<Happening> commit) {
    return log.put("depot", commit).subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private static Commit<Happening> commit(String key) {
    return commit(key, "tea");
  }

  private static Commit<Happening> commit(String key, String what) {
    return new Commit<>(new StreamId("parcel", key), 1, new Cause("m-1", "", key, ""), Parcels.NOW, List.of(new Packed(what)), List.of());
  }
}
