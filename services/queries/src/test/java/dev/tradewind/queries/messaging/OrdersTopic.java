package dev.tradewind.queries.messaging;

import dev.tradewind.core.Message;
import dev.tradewind.core.wire.JsonCodec;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Orders, as it tells everyone; and what operators find in the dead-letter queue. */
@Singleton
class OrdersTopic {

  private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:tradewind-orders";
  private static final String QUEUE = "tradewind-queries-events";

  private final SnsAsyncClient sns;
  private final SqsAsyncClient sqs;
  private final JsonCodec codec;
  private final List<software.amazon.awssdk.services.sqs.model.Message> dead = new ArrayList<>();

  OrdersTopic(SnsAsyncClient sns, SqsAsyncClient sqs, JsonCodec codec) {
    this.sns = sns;
    this.sqs = sqs;
    this.codec = codec;
  }

  void tell(Message message) {
    var type = MessageAttributeValue.builder().dataType("String").stringValue(codec.typeOf(message.data())).build();
    sns.publish(publish -> publish.topicArn(TOPIC).message(codec.write(message)).messageAttributes(Map.of("type", type))).join();
  }

  /** Past the topic, whose filter would keep it back. */
  void send(Message message) {
    sqs.sendMessage(send -> send.queueUrl(url(QUEUE)).messageBody(codec.write(message))).join();
  }

  List<software.amazon.awssdk.services.sqs.model.Message> dead() {
    var url = url(QUEUE + "-dlq");
    dead.addAll(sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(1).messageAttributeNames("All")).join().messages());
    return List.copyOf(dead);
  }

  private String url(String queue) {
    return sqs.getQueueUrl(get -> get.queueName(queue)).join().queueUrl();
  }
}
