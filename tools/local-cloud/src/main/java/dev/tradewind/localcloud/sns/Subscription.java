package dev.tradewind.localcloud.sns;

/** That what is published to a topic goes to a queue, unless the attributes say otherwise. */
record Subscription(String arn, String topicArn, String queueArn, SubscriptionAttributes attributes) {

  String queue() {
    return Arn.queueName(queueArn);
  }

  Subscription with(SubscriptionAttributes changed) {
    return new Subscription(arn, topicArn, queueArn, changed);
  }
}
