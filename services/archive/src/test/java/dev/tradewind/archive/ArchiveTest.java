package dev.tradewind.archive;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Audit;
import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.Span;
import dev.tradewind.archive.writing.Commits;
import dev.tradewind.core.wire.LoggedCommit;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** The whole service over the local cloud: what is put into the stream is in the bucket soon after. */
@QuarkusTest
class ArchiveTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int COMMITS = 50;

  @Inject
  ObjectStore store;

  @Inject
  DynamoDbAsyncClient dynamoDb;

  @Inject
  MeterRegistry meters;

  @ConfigProperty(name = "tradewind.aws.endpoint")
  URI endpoint;

  @Test
  void what_comes_to_the_log_is_in_the_archive_and_what_cannot_be_read_is_parked() {
    await().atMost(PATIENCE).until(() -> get("/q/health/ready").statusCode() == 200);

    put(Stream.concat(IntStream.rangeClosed(1, COMMITS).mapToObj(Commits::text), Stream.of("no commit")).toList());
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(audit()).isEqualTo(List.of(COMMITS, 1, 0)));
    put(IntStream.rangeClosed(COMMITS + 1, 2 * COMMITS).mapToObj(Commits::text).toList());
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(audit()).isEqualTo(List.of(2 * COMMITS, 1, 0)));

    assertThat(archived()).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 2 * COMMITS).mapToObj(version -> (long) version).toList());
    assertThat(meters.counter("tradewind.archive.parked").count()).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> meters.counter("tradewind.log.records", "reader", "archive").count() == 2 * COMMITS + 1);
    get("/v1/archive/status").then().statusCode(200).body("shards.size()", equalTo(1)).body("shards[0].id", equalTo("shardId-000000000000"));
    get("/q/metrics").then().statusCode(200).body(containsString("tradewind_log_lag"))
        .body(containsString("tradewind_aws_requests_total{operation=\"GetRecords\",service=\"Kinesis\"}"))
        .body(containsString("tradewind_aws_requests_total{operation=\"UpdateItem\",service=\"DynamoDb\"}"));
  }

  private List<Long> archived() {
    return new ArchiveReader(store, Commits.CODEC).commits(Span.all()).map(LoggedCommit::version).collect().asList().await().atMost(PATIENCE);
  }

  private List<Integer> audit() {
    var found = new Audit(store).run().await().atMost(PATIENCE);
    return List.of((int) found.records(), (int) found.parked(), found.problems().size());
  }

  private void put(List<String> records) {
    var like = dynamoDb.serviceClientConfiguration();
    try (var kinesis = KinesisAsyncClient.builder()
        .endpointOverride(endpoint).region(like.region()).credentialsProvider(like.credentialsProvider()).build()) {
      var put = kinesis.putRecords(request -> request.streamName("tradewind-events").records(records.stream()
          .map(text -> PutRecordsRequestEntry.builder().partitionKey("order/o-1").data(SdkBytes.fromUtf8String(text)).build()).toList())).join();
      assertThat(put.failedRecordCount()).isZero();
    }
  }
}
