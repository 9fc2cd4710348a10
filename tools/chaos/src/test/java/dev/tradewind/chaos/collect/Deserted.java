package dev.tradewind.chaos.collect;

import dev.tradewind.archive.format.ArchiveKey;
import dev.tradewind.archive.format.Lines;
import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.S3Store;
import dev.tradewind.aws.DynamoJournal;
import dev.tradewind.aws.KinesisLog;
import dev.tradewind.chaos.proxy.Routes;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Commit;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Message;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.grouping.CounterChange;
import dev.tradewind.inventory.grouping.Homeward;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.stock.DynamoStock;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.views.ViewTable;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The local cloud and the partners without any service: what services would store is stored here, by their own code. */
final class Deserted implements AutoCloseable {

  /** What happens to the orders here. */
  sealed interface OrderEvent {
    record OrderPlaced(String orderId) implements OrderEvent {}

    record OrderRejected() implements OrderEvent {}
  }

  private static final JsonCodec CODEC =
      new JsonCodec(Contracts.TYPES.and(Types.records("orders", OrderEvent.OrderPlaced.class, OrderEvent.OrderRejected.class)));
  private static final String BUCKET = "tradewind-archive-000000000000-us-east-1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Homeward HERE = new Homeward() {
    @Override
    public <T> Uni<T> afterwards(Supplier<Uni<T>> asking) {
      return asking.get();
    }
  };

  private final Platform platform;
  private final DynamoDbAsyncClient writer;
  final DynamoDbClient dynamo;
  final SqsClient sqs;
  final KinesisClient kinesis;
  private final KinesisAsyncClient loggers;
  private final S3AsyncClient archivists;
  final S3Client s3;
  private final EventLog log;
  final Routes routes;

  Deserted(Path directory) {
    platform = new Platform(Home.find(), Topology.standard().withOnly(List.of()).onFreePorts(), PlatformOptions.in(directory), step -> {});
    platform.start();
    dynamo = here(DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create())).build();
    writer = here(DynamoDbAsyncClient.builder().httpClient(NettyNioAsyncHttpClient.create())).build();
    sqs = here(SqsClient.builder().httpClient(UrlConnectionHttpClient.create())).build();
    kinesis = here(KinesisClient.builder().httpClient(UrlConnectionHttpClient.create())).build();
    loggers = here(KinesisAsyncClient.builder().httpClient(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).build())).build();
    archivists = here(S3AsyncClient.builder().forcePathStyle(true).httpClient(NettyNioAsyncHttpClient.create())).build();
    s3 = here(S3Client.builder().forcePathStyle(true).httpClient(UrlConnectionHttpClient.create())).build();
    log = new KinesisLog(new KinesisLog.Options("tradewind-events", Duration.ZERO), new LogCodec(CODEC), loggers);
    try (SnsClient sns = here(SnsClient.builder().httpClient(UrlConnectionHttpClient.create())).build()) {
      routes = Routes.read(sns);
    }
  }

  private <B extends AwsClientBuilder<B, ?>> B here(B builder) {
    return builder.region(Region.US_EAST_1).endpointOverride(platform.url(Topology.LOCAL_CLOUD))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  URI partners() {
    return platform.url(Topology.PARTNERS);
  }

  void append(Commit<OrderEvent> commit) {
    new DynamoJournal<>(writer, "tradewind-orders", CODEC, OrderEvent.class).append(commit).await().atMost(PATIENCE);
  }

  void write(Map<CounterKey, CounterChange> counters, Item item) {
    new DynamoStock(writer, "tradewind-inventory", HERE).write(new StockWrite(new LinkedHashMap<>(counters), List.of(item))).await().atMost(PATIENCE);
  }

  void log(String service, Commit<?> commit) {
    log.put(service, commit).await().atMost(PATIENCE);
  }

  /** As the archive service writes what it took from the log. */
  void archive(String service, Commit<?> commit) {
    var lines = Lines.of(List.of(new LogCodec(CODEC).write(service, commit).getBytes(StandardCharsets.UTF_8)));
    var version = Long.toString(commit.version());
    var key = new ArchiveKey(commit.at().truncatedTo(ChronoUnit.HOURS), "shardId-000000000000", version, version);
    new S3Store(archivists, BUCKET).put(key.toString(), new ObjectStore.Content(lines.compressed(), "application/x-ndjson", Map.of()))
        .await().atMost(PATIENCE);
  }

  /** As the queries service shows it. */
  void show(Message told) {
    new ViewTable(writer, "tradewind-queries").apply(OrderView.of(told).orElseThrow()).await().atMost(PATIENCE);
  }

  void send(String queue, String body, String reason, int delaySeconds) {
    var url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(body).delaySeconds(delaySeconds).messageAttributes(reason.isEmpty()
        ? Map.of() : Map.of("reason", MessageAttributeValue.builder().dataType("String").stringValue(reason).build())));
  }

  @Override
  public void close() {
    dynamo.close();
    writer.close();
    sqs.close();
    kinesis.close();
    loggers.close();
    archivists.close();
    s3.close();
    platform.close();
  }
}
