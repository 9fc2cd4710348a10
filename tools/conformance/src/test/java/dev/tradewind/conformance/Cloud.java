package dev.tradewind.conformance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What one test works with. Everything it makes has a name of its own and is deleted afterwards. */
final class Cloud implements AutoCloseable {

  final DynamoDbClient dynamoDb;
  final SqsClient sqs;
  final SnsClient sns;
  final KinesisClient kinesis;
  final S3Client s3;
  final ServiceDiscoveryClient cloudMap;

  private final Clients clients;
  private final Deque<Runnable> undo = new ArrayDeque<>();

  Cloud(Clients clients) {
    this.clients = clients;
    dynamoDb = clients.dynamoDb;
    sqs = clients.sqs;
    sns = clients.sns;
    kinesis = clients.kinesis;
    s3 = clients.s3;
    cloudMap = clients.cloudMap;
  }

  static String uniqueName() {
    return "conformance-" + UUID.randomUUID();
  }

  /** A table of streams: partition key {@code stream}, sort key {@code version}. */
  Streams streams() {
    var streams = Streams.create(dynamoDb, uniqueName());
    undo.push(streams::delete);
    return streams;
  }

  Queue queue() {
    return queue(Map.of());
  }

  Queue queue(Map<QueueAttributeName, String> attributes) {
    var queue = Queue.create(sqs, uniqueName(), attributes);
    undo.push(queue::delete);
    return queue;
  }

  Topic topic() {
    var topic = Topic.create(sns, uniqueName());
    undo.push(topic::delete);
    return topic;
  }

  /** A Kinesis stream, ready. */
  KinesisStream stream(int shards) {
    var stream = KinesisStream.create(kinesis, uniqueName(), shards);
    undo.push(stream::delete);
    return stream;
  }

  Bucket bucket() {
    var bucket = Bucket.create(s3, uniqueName());
    undo.push(bucket::delete);
    return bucket;
  }

  /** A Cloud Map namespace, ready, which goes with all that is in it. */
  CloudMapNamespace namespace() {
    var namespace = CloudMapNamespace.create(cloudMap, uniqueName());
    undo.push(namespace::delete);
    return namespace;
  }

  /** A reader of a stream by the Kinesis Client Library. Workers of one application share its shards and go on for one another. */
  KinesisWorker worker(KinesisStream stream, String application) {
    var worker = KinesisWorker.start(clients, stream, application);
    undo.push(worker::close);
    return worker;
  }

  /** The name of an application, whose tables go with the test. */
  String application() {
    var name = uniqueName();
    undo.push(() -> dynamoDb.listTablesPaginator().tableNames().stream().filter(table -> table.startsWith(name)).toList()
        .forEach(table -> dynamoDb.deleteTable(delete -> delete.tableName(table))));
    return name;
  }

  @Override
  public void close() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }
}
