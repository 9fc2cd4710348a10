package dev.tradewind.conformance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue and the ways tests look into it. Absence is shown by a later message that did arrive, never by waiting. */
record Queue(SqsClient sqs, String name, String url) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Queue create(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
    var url = sqs.createQueue(queue -> queue.queueName(name).attributes(attributes)).queueUrl();
    return new Queue(sqs, name, url);
  }

  String arn() {
    return attribute(QueueAttributeName.QUEUE_ARN);
  }

  String attribute(QueueAttributeName attribute) {
    return sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(attribute)).attributes().get(attribute);
  }

  String send(String body) {
    return sqs.sendMessage(send -> send.queueUrl(url).messageBody(body)).messageId();
  }

  /** One receive with everything there is to know of the messages. */
  List<Message> receive(int waitSeconds, int visibilitySeconds) {
    return sqs.receiveMessage(receive -> receive
        .queueUrl(url)
        .maxNumberOfMessages(10)
        .waitTimeSeconds(waitSeconds)
        .visibilityTimeout(visibilitySeconds)
        .messageAttributeNames("All")
        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
  }

  /** Polls until so many messages came, and deletes them. */
  List<Message> take(int count) {
    var messages = new ArrayList<Message>();
    await().atMost(PATIENCE).until(() -> {
      for (var message : receive(1, 30)) {
        messages.add(message);
        delete(message);
      }
      return messages.size() >= count;
    });
    return messages;
  }

  Message takeOne() {
    return take(1).getFirst();
  }

  void delete(Message message) {
    sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  void delete() {
    sqs.deleteQueue(delete -> delete.queueUrl(url));
  }
}
