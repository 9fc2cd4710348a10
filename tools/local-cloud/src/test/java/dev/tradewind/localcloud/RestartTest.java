package dev.tradewind.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RestartTest {

  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:news";
  private static final String QUEUE_ARN = "arn:aws:sqs:us-east-1:000000000000:kept";

  @TempDir
  private Path directory;

  private Options options;

  @BeforeEach
  void choosePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      options = new Options("127.0.0.1", free.getLocalPort(), Options.ephemeral().data()).keepingDataIn(directory.resolve("data"));
    }
  }

  @Test
  void tables_queues_messages_topics_and_subscriptions_survive_a_restart() throws IOException {
    try (var cloud = LocalCloud.start(options)) {
      var endpoint = new Endpoint(cloud.endpoint());
      endpoint.dynamoDb("CreateTable", """
          {"TableName":"kept","BillingMode":"PAY_PER_REQUEST",
          "AttributeDefinitions":[{"AttributeName":"key","AttributeType":"S"}],
          "KeySchema":[{"AttributeName":"key","KeyType":"HASH"}]}""");
      endpoint.dynamoDb("PutItem", "{\"TableName\":\"kept\",\"Item\":{\"key\":{\"S\":\"a\"},\"body\":{\"S\":\"there\"}}}");
      var queue = endpoint.createQueue("kept");
      endpoint.sqs("SendMessage", """
          {"QueueUrl":"%s","MessageBody":"waiting",
          "MessageAttributes":{"type":{"DataType":"String","StringValue":"x"}}}""".formatted(queue));
      endpoint.sns("CreateTopic", "Name=news");
      endpoint.sns("Subscribe", "TopicArn=" + TOPIC, "Protocol=sqs", "Endpoint=" + QUEUE_ARN,
          "Attributes.entry.1.key=RawMessageDelivery", "Attributes.entry.1.value=true",
          "Attributes.entry.2.key=FilterPolicy", "Attributes.entry.2.value={\"type\":[\"x\"]}",
          "Attributes.entry.3.key=FilterPolicyScope", "Attributes.entry.3.value=MessageBody");
    }
    try (var cloud = LocalCloud.start(options)) {
      var endpoint = new Endpoint(cloud.endpoint());
      assertThat(endpoint.dynamoDb("GetItem", "{\"TableName\":\"kept\",\"Key\":{\"key\":{\"S\":\"a\"}}}").body())
          .contains("there");
      var queue = cloud.endpoint() + "/000000000000/kept";
      assertThat(endpoint.receive(queue)).contains("\"Body\":\"waiting\"", "\"StringValue\":\"x\"");
      endpoint.sns("Publish", "TopicArn=" + TOPIC, "Message={\"type\":\"y\"}");
      endpoint.sns("Publish", "TopicArn=" + TOPIC, "Message={\"type\":\"x\"}");
      assertThat(endpoint.receive(queue)).contains("{\\\"type\\\":\\\"x\\\"}").doesNotContain("{\\\"type\\\":\\\"y\\\"}");
    }
  }

  @Test
  void kinesis_streams_and_records_survive_a_restart() throws IOException {
    try (var cloud = LocalCloud.start(options)) {
      var endpoint = new Endpoint(cloud.endpoint());
      endpoint.kinesis("CreateStream", "{\"StreamName\":\"kept\",\"ShardCount\":2,\"Tags\":{\"a\":\"1\"}}");
      endpoint.kinesis("IncreaseStreamRetentionPeriod", "{\"StreamName\":\"kept\",\"RetentionPeriodHours\":48}");
      endpoint.kinesis("PutRecord", "{\"StreamName\":\"kept\",\"PartitionKey\":\"a\",\"Data\":\"dGhlcmU=\"}");
      endpoint.kinesis("CreateStream", "{\"StreamName\":\"gone\",\"ShardCount\":1}");
      endpoint.kinesis("DeleteStream", "{\"StreamName\":\"gone\"}");
    }
    try (var cloud = LocalCloud.start(options)) {
      var endpoint = new Endpoint(cloud.endpoint());
      assertThat(endpoint.kinesis("ListStreams", "{}").body()).contains("kept").doesNotContain("gone");
      assertThat(endpoint.kinesis("DescribeStreamSummary", "{\"StreamName\":\"kept\"}").body())
          .contains("\"OpenShardCount\":2", "\"RetentionPeriodHours\":48");
      assertThat(endpoint.kinesis("ListTagsForStream", "{\"StreamName\":\"kept\"}").body()).contains("\"Key\":\"a\"");
      var iterator = endpoint.kinesis("GetShardIterator",
          "{\"StreamName\":\"kept\",\"ShardId\":\"shardId-000000000000\",\"ShardIteratorType\":\"TRIM_HORIZON\"}").body();
      assertThat(endpoint.kinesis("GetRecords", iterator).body()).contains("\"Data\":\"dGhlcmU=\"");
    }
  }

  @Test
  void buckets_and_objects_survive_a_restart() throws IOException {
    try (var cloud = LocalCloud.start(options)) {
      var endpoint = new Endpoint(cloud.endpoint());
      endpoint.s3("PUT", "/kept", "");
      endpoint.s3("PUT", "/kept/some/object", "there");
    }
    try (var cloud = LocalCloud.start(options)) {
      assertThat(new Endpoint(cloud.endpoint()).s3("GET", "/kept/some/object", "")).isEqualTo(new Endpoint.Answer(200, "there"));
    }
  }

  @Test
  void namespaces_services_and_instances_survive_a_restart() throws IOException {
    try (var cloud = LocalCloud.start(options)) {
      var endpoint = new Endpoint(cloud.endpoint());
      endpoint.cloudMap("CreateHttpNamespace", "{\"Name\":\"kept\"}");
      var namespace = id(endpoint.cloudMap("ListNamespaces", "{}"), "ns-");
      var service = id(endpoint.cloudMap("CreateService", "{\"Name\":\"orders\",\"NamespaceId\":\"" + namespace + "\"}"), "srv-");
      endpoint.cloudMap("RegisterInstance",
          "{\"ServiceId\":\"" + service + "\",\"InstanceId\":\"one\",\"Attributes\":{\"zone\":\"a\"}}");
    }
    try (var cloud = LocalCloud.start(options)) {
      assertThat(new Endpoint(cloud.endpoint()).cloudMap("DiscoverInstances", "{\"NamespaceName\":\"kept\",\"ServiceName\":\"orders\"}").body())
          .contains("\"InstanceId\":\"one\"", "\"zone\":\"a\"");
    }
  }

  private static String id(Endpoint.Answer answer, String prefix) {
    return Pattern.compile("\"(" + prefix + "[a-z2-7]+)\"").matcher(answer.body()).results().findFirst().orElseThrow().group(1);
  }

  @Test
  void what_was_deleted_stays_deleted() throws IOException {
    try (var cloud = LocalCloud.start(options)) {
      var endpoint = new Endpoint(cloud.endpoint());
      endpoint.createQueue("gone");
      endpoint.sqs("DeleteQueue", "{\"QueueUrl\":\"%s/000000000000/gone\"}".formatted(cloud.endpoint()));
      endpoint.sns("CreateTopic", "Name=news");
      endpoint.sns("DeleteTopic", "TopicArn=" + TOPIC);
    }
    try (var cloud = LocalCloud.start(options)) {
      var endpoint = new Endpoint(cloud.endpoint());
      assertThat(endpoint.sqs("ListQueues", "{}").body()).doesNotContain("gone");
      assertThat(endpoint.sns("ListTopics").body()).doesNotContain(TOPIC);
    }
  }

  @Test
  void without_a_directory_nothing_survives() throws IOException {
    var forgetful = new Options(options.host(), options.port(), Options.ephemeral().data());
    try (var cloud = LocalCloud.start(forgetful)) {
      new Endpoint(cloud.endpoint()).createQueue("forgotten");
    }
    try (var cloud = LocalCloud.start(forgetful)) {
      assertThat(new Endpoint(cloud.endpoint()).sqs("ListQueues", "{}").body()).doesNotContain("forgotten");
    }
  }
}
