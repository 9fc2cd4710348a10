package dev.tradewind.insights;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.insights.domain.Told;
import dev.tradewind.insights.readers.Handlers;
import dev.tradewind.log.LogProgress;
import dev.tradewind.log.LogReader;
import dev.tradewind.log.LogSource;
import dev.tradewind.log.StartAt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The whole service over the local cloud: what is put into the stream is in the figures soon after, once, also when it is read again. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class InsightsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  // Of this test alone: the same tables serve others.
  private static final String OWN = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  private static final String TEA = "TEA-" + OWN;
  private static final String MUG = "MUG-" + OWN;
  private static final String MAP = "MAP-" + OWN;
  private static final String FAST = "fast-" + OWN;
  private static final String[][] BASKETS = {{TEA, MUG}, {TEA}, {MAP, TEA}};
  private static final int ORDERS = 30;

  @Inject
  DynamoDbAsyncClient dynamoDb;

  @Inject
  SqsAsyncClient sqs;

  @Inject
  JsonCodec codec;

  @Inject
  Handlers handlers;

  @Inject
  MeterRegistry meters;

  @Inject
  InstantSource clock;

  @ConfigProperty(name = "tradewind.aws.endpoint")
  URI endpoint;

  @Test
  void each_reader_reads_all_and_what_comes_twice_or_is_read_again_counts_once() {
    await().atMost(PATIENCE).until(() -> get("/q/health/ready").statusCode() == 200);
    var orders = IntStream.range(0, ORDERS).mapToObj(i -> Told.order(i < 5 ? FAST : "c-" + OWN + i, i, BASKETS[i % 3])).toList();
    var records = new ArrayList<String>();
    orders.forEach(order -> records.addAll(List.of(order.placedRecord(), order.confirmedRecord(), order.confirmedRecord(), order.placedRecord())));
    records.add("no commit");
    Collections.shuffle(records, new Random(1));
    double suspicions = suspicions();
    put(records);

    await().atMost(PATIENCE).untilAsserted(this::figuresAreExact);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(suspected()).isEqualTo(orders.subList(3, 5).reversed().stream().map(Told::id).toList()));
    isTold(orders.subList(3, 5).stream().map(order -> "suspicion/" + order.id() + "/velocity/1/0").toList());
    await().atMost(PATIENCE).untilAsserted(() -> Stream.of("fraud", "recommendations", "sales").forEach(reader -> {
      assertThat(meters.counter("tradewind.insights.parked", "reader", reader).count()).as("parked by %s", reader).isEqualTo(1);
      assertThat(meters.counter("tradewind.log.records", "reader", reader).count()).as("read by %s", reader).isGreaterThanOrEqualTo(records.size());
    }));
    assertThat(suspicions()).isEqualTo(suspicions + 2);
    get("/v1/insights/status").then().statusCode(200).body("readers.ready", equalTo(List.of(true, true, true)))
        .body("readers[2].shards.size()", equalTo(1));
    get("/q/metrics").then().statusCode(200).body(containsString("tradewind_log_lag")).body(containsString("tradewind_insights_parked_total"));
    Stream.of("fraud", "recommendations", "sales").forEach(
        reader -> assertThat(meters.get("tradewind.log.lag").tag("reader", reader).timeGauge().value(TimeUnit.SECONDS)).isNotNegative());

    readAgain("fraud", records.size());
    readAgain("recommendations", records.size());
    readAgain("sales", records.size());
    figuresAreExact();
    assertThat(suspected()).hasSize(2);
    assertThat(suspicions()).isEqualTo(suspicions + 2);
  }

  /** Thirty orders within half a minute: ten of each basket, one unit of each product at 10.00. */
  private void figuresAreExact() {
    sold(MAP, 10, 10);
    sold(MUG, 10, 10);
    sold(TEA, 30, 30);
    get("/v1/insights/recommendations/" + MUG).then().body("recommendations.sku", equalTo(List.of(TEA)))
        .body("recommendations.orders", equalTo(List.of(10)));
    get("/v1/insights/recommendations/" + TEA).then().body("recommendations.orders", equalTo(List.of(10, 10)));
  }

  private static void sold(String sku, int units, int orders) {
    get("/v1/insights/sales?by=day&from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z&sku=" + sku).then().statusCode(200)
        .body("sales.units", equalTo(List.of(units))).body("sales.revenue", equalTo(List.of(1_000 * units)))
        .body("sales.orders", equalTo(List.of(orders)));
  }

  private double suspicions() {
    return meters.counter("tradewind.insights.suspicions", "rule", "velocity").count();
  }

  private static List<String> suspected() {
    return get("/v1/insights/suspicions?customer=" + FAST).jsonPath().getList("suspicions.orderId");
  }

  /** From its oldest record on, under a name that has no checkpoint: what rewinding a reader does. */
  private void readAgain(String name, int records) {
    var handler = Map.of("fraud", handlers.fraud(), "recommendations", handlers.recommendations(), "sales", handlers.sales()).get(name);
    var source = new LogSource(
        "tradewind-events", "again-%s-%s".formatted(name, OWN), new StartAt.Oldest(), Duration.ofMillis(200), Duration.ofSeconds(2));
    var counted = new SimpleMeterRegistry();
    try (var again = LogReader.start(source, Optional.of(endpoint), dynamoDb, List.of(), handler, new LogProgress(name, clock, counted))) {
      await().atMost(PATIENCE).until(() -> counted.counter("tradewind.log.records", "reader", name).count() >= records);
    }
  }

  /** The subscribers of the topic get it: orders listens. */
  private void isTold(List<String> ids) {
    var url = sqs.getQueueUrl(queue -> queue.queueName("tradewind-orders-events")).join().queueUrl();
    var found = new HashSet<String>();
    await().atMost(PATIENCE).until(() -> {
      sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1)).join().messages().forEach(message -> {
        var told = codec.read(message.body());
        assertThat(told.data()).isInstanceOf(FraudSuspected.class);
        found.add(told.id());
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())).join();
      });
      return found.containsAll(ids);
    });
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
