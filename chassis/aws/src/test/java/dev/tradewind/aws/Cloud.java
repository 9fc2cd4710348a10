package dev.tradewind.aws;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Clients for an endpoint, and resources with names that no other test uses. */
final class Cloud implements AutoCloseable {

  /** A group of its own would make every client take two seconds to close. */
  private static final SdkEventLoopGroup THREADS = SdkEventLoopGroup.builder().numberOfThreads(2).build();

  final DynamoDbAsyncClient dynamo;
  final SqsAsyncClient sqs;
  final SnsAsyncClient sns;
  final KinesisAsyncClient kinesis;

  Cloud(URI endpoint, ExecutionInterceptor... interceptors) {
    dynamo = built(DynamoDbAsyncClient.builder(), endpoint, interceptors).build();
    sqs = built(SqsAsyncClient.builder(), endpoint, interceptors).build();
    sns = built(SnsAsyncClient.builder(), endpoint, interceptors).build();
    kinesis = built(KinesisAsyncClient.builder(), endpoint, interceptors).build();
  }

  static String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }

  String table() {
    var name = unique("journal");
    dynamo.createTable(request -> request
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            AttributeDefinition.builder().attributeName("stream").attributeType(ScalarAttributeType.S).build(),
            AttributeDefinition.builder().attributeName("version").attributeType(ScalarAttributeType.N).build())
        .keySchema(
            KeySchemaElement.builder().attributeName("stream").keyType(KeyType.HASH).build(),
            KeySchemaElement.builder().attributeName("version").keyType(KeyType.RANGE).build())).join();
    return name;
  }

  /** A queue of this very name, with its dead-letter queue. */
  void queue(String name) {
    create(name + "-dlq");
    create(name);
  }

  String create(String name) {
    return sqs.createQueue(request -> request.queueName(name).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "10"))).join().queueUrl();
  }

  String url(String queue) {
    return sqs.getQueueUrl(request -> request.queueName(queue)).join().queueUrl();
  }

  void send(String queue, String body) {
    var url = url(queue);
    sqs.sendMessage(request -> request.queueUrl(url).messageBody(body)).join();
  }

  List<Message> take(String queue) {
    var url = url(queue);
    return sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1).messageAttributeNames("All")).join().messages();
  }

  /** How many messages there are, visible, hidden or delayed. */
  int size(String queue) {
    var url = url(queue);
    return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL)).join().attributes().entrySet().stream()
        .filter(attribute -> attribute.getKey().toString().startsWith("ApproximateNumberOfMessages"))
        .mapToInt(attribute -> Integer.parseInt(attribute.getValue()))
        .sum();
  }

  /** A Kinesis stream that no other test uses. */
  String stream(int shards) {
    var name = unique("log");
    kinesis.createStream(request -> request.streamName(name).shardCount(shards)).join();
    kinesis.waiter().waitUntilStreamExists(request -> request.streamName(name)).join();
    return name;
  }

  /** Everything a Kinesis stream holds, shard by shard. */
  List<List<Record>> records(String stream) {
    return kinesis.listShards(request -> request.streamName(stream)).join().shards().stream().map(shard -> records(stream, shard)).toList();
  }

  private List<Record> records(String stream, Shard shard) {
    var all = new ArrayList<Record>();
    var iterator = kinesis.getShardIterator(request -> request
        .streamName(stream).shardId(shard.shardId()).shardIteratorType(ShardIteratorType.TRIM_HORIZON)).join().shardIterator();
    for (var more = true; more;) {
      var from = iterator;
      var answer = kinesis.getRecords(request -> request.shardIterator(from)).join();
      all.addAll(answer.records());
      iterator = answer.nextShardIterator();
      more = !answer.records().isEmpty();
    }
    return all;
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
    sns.close();
    kinesis.close();
  }

  /** As in production, but for the time an attempt may take: a machine that is busy building is slower than AWS. */
  private static <B extends AwsClientBuilder<B, ?> & AwsAsyncClientBuilder<B, ?>> B built(B builder, URI endpoint, ExecutionInterceptor... interceptors) {
    var configured = AwsClients.configure(builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).eventLoopGroup(THREADS))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .overrideConfiguration(configuration -> List.of(interceptors).forEach(configuration::addExecutionInterceptor)));
    return configured.overrideConfiguration(configured.overrideConfiguration().toBuilder().apiCallAttemptTimeout(Duration.ofSeconds(30)).build());
  }
}
