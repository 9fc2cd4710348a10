package dev.tradewind.bench;

import dev.tradewind.launcher.resources.AwsEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Hears which orders were confirmed and delivered, from the topic of orders, through a queue of the bench's own. Asking the orders
 * service again and again would cost it more than the orders do, and would count as its AWS requests.
 */
final class Milestones implements AutoCloseable {

  enum Milestone { CONFIRMED, DELIVERED }

  private static final String QUEUE = "bench-milestones";
  private static final int LISTENERS = 2;
  private static final int MOST_MESSAGES = 10;
  private static final int POLL_SECONDS = 2;
  private static final Pattern HEARD = Pattern.compile("\"type\":\"([^\"]+)\",\"(?:subject\":\"order/|orderId\":\")([^\"]+)\"");

  private final Contender contender;
  private final SqsClient sqs;
  private final String url;
  private final BiConsumer<Milestone, String> reached;
  private final List<Thread> listeners = new ArrayList<>();
  private volatile boolean closed;

  /** @param reached is told the milestone and the order's id, possibly twice, from several threads */
  Milestones(Contender contender, AwsEndpoint endpoint, BiConsumer<Milestone, String> reached) {
    this.contender = contender;
    this.reached = reached;
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    var region = Region.of(endpoint.region());
    sqs = SqsClient.builder().region(region).endpointOverride(endpoint.override().orElseThrow()).credentialsProvider(credentials)
        .httpClient(UrlConnectionHttpClient.create()).build();
    url = sqs.createQueue(create -> create.queueName(QUEUE)).queueUrl();
    try (SnsClient sns = SnsClient.builder().region(region).endpointOverride(endpoint.override().orElseThrow()).credentialsProvider(credentials)
        .httpClient(UrlConnectionHttpClient.create()).build()) {
      String arn = sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN)).attributes()
          .get(QueueAttributeName.QUEUE_ARN);
      sns.subscribe(subscribe -> subscribe.topicArn(arn.replace(":sqs:", ":sns:").replace(QUEUE, contender.topic())).protocol("sqs").endpoint(arn)
          .attributes(Map.of("RawMessageDelivery", "true",
              "FilterPolicy", "{\"type\":[\"%s\",\"%s\"]}".formatted(contender.confirmed(), contender.delivered()))));
    }
    for (int i = 0; i < LISTENERS; i++) {
      listeners.add(Thread.ofPlatform().daemon().name("milestones-" + i).start(this::listen));
    }
  }

  private void listen() {
    while (!closed) {
      List<Message> messages = sqs.receiveMessage(
          receive -> receive.queueUrl(url).maxNumberOfMessages(MOST_MESSAGES).waitTimeSeconds(POLL_SECONDS)).messages();
      messages.forEach(message -> hear(contender, message.body(), reached));
      if (!messages.isEmpty()) {
        sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(messages.stream().map(message ->
            DeleteMessageBatchRequestEntry.builder().id(message.messageId()).receiptHandle(message.receiptHandle()).build()).toList()));
      }
    }
  }

  static void hear(Contender contender, String body, BiConsumer<Milestone, String> reached) {
    Matcher match = HEARD.matcher(body);
    if (!match.find()) {
      throw new BenchException("a message from the topic of orders has no type and order where they should be");
    }
    reached.accept(match.group(1).equals(contender.confirmed()) ? Milestone.CONFIRMED : Milestone.DELIVERED, match.group(2));
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    for (Thread listener : listeners) {
      listener.join();
    }
    sqs.close();
  }
}
