package dev.tradewind.chaos.proxy;

import dev.tradewind.chaos.proxy.Routes.Route;
import dev.tradewind.checker.Sending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** A proxy between the clients that services use and a cloud that does all it is asked. */
final class Between implements AutoCloseable {

  static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:tradewind-stock";
  static final String QUEUE = "http://127.0.0.1/000000000000/tradewind-goods";

  final FakeCloud cloud = new FakeCloud();
  final List<String> commits = new CopyOnWriteArrayList<>();
  final Proxy proxy;
  private final List<AutoCloseable> clients = new ArrayList<>();

  Between(Map<Fault, Integer> perThousand) throws IOException, InterruptedException {
    this(perThousand, Double.MAX_VALUE);
  }

  Between(Map<Fault, Integer> perThousand, double unitsPerSecond) throws IOException, InterruptedException {
    Routes routes = new Routes(Map.of(TOPIC, List.of(new Route("tradewind-events", Set.of("tradewind.stock.Moved.v1")))));
    proxy = new Proxy(cloud.endpoint(), new Proxy.Options(1, new Rates(perThousand), unitsPerSecond), Map.of("goods", "key"), routes,
        (stream, version, events, messages) -> commits.add(stream + " " + version + " " + events + messages));
    proxy.faults(true);
  }

  static {
    // The proxy reads JSON, and so services speak it to Kinesis while they are here.
    System.setProperty("aws.cborEnabled", "false");
  }

  /** One attempt a call. */
  DynamoDbAsyncClient dynamo() {
    return keep(once(DynamoDbAsyncClient.builder()).build());
  }

  /** As many attempts as services make. */
  DynamoDbAsyncClient patientDynamo() {
    return keep(configured(DynamoDbAsyncClient.builder()).overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD)).build());
  }

  SqsAsyncClient sqs() {
    return keep(once(SqsAsyncClient.builder()).build());
  }

  SnsAsyncClient sns() {
    return keep(once(SnsAsyncClient.builder()).build());
  }

  KinesisAsyncClient kinesis() {
    return keep(once(KinesisAsyncClient.builder().httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))).build());
  }

  S3AsyncClient s3() {
    return keep(once(S3AsyncClient.builder().forcePathStyle(true)).build());
  }

  static Map<String, AttributeValue> item(String key) {
    return Map.of("key", AttributeValue.fromS(key));
  }

  static String message(String id) {
    return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"type\":\"tradewind.stock.Moved.v1\",\"data\":{\"id\":\"not me\"}}".formatted(id);
  }

  List<Sending> sendings() {
    return List.copyOf(proxy.traffic().sendings());
  }

  long count(Fault fault) {
    return proxy.counts().faults().getOrDefault(fault, 0L);
  }

  private <T extends AutoCloseable> T keep(T client) {
    clients.add(client);
    return client;
  }

  private <B extends AwsClientBuilder<B, ?>> B once(B builder) {
    return configured(builder).overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()));
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
    return builder.endpointOverride(proxy.endpoint()).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable client : clients) {
      client.close();
    }
    proxy.close();
    cloud.close();
  }
}
