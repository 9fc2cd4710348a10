package dev.tradewind.peer;

import static dev.tradewind.peer.Kind.CAPTURE_DECLINED;
import static dev.tradewind.peer.Kind.ORDER_CONFIRMED;
import static dev.tradewind.peer.Kind.PAYMENT_AUTHORIZED;
import static dev.tradewind.peer.Kind.PAYMENT_CAPTURED;
import static dev.tradewind.peer.Kind.PAYMENT_DECLINED;
import static dev.tradewind.peer.Kind.PAYMENT_VOIDED;
import static dev.tradewind.peer.Kind.SHIPMENT_ARRANGED;
import static dev.tradewind.peer.Kind.SHIPMENT_CANCELLED;
import static dev.tradewind.peer.Kind.SHIPMENT_DELIVERED;
import static dev.tradewind.peer.Kind.SHIPMENT_DISPATCHED;
import static dev.tradewind.peer.Kind.SHIPMENT_REFUSED;
import static dev.tradewind.peer.Kind.STOCK_REJECTED;
import static dev.tradewind.peer.Kind.STOCK_RELEASED;
import static dev.tradewind.peer.Kind.STOCK_RESERVED;
import static dev.tradewind.peer.ServiceName.INVENTORY;
import static dev.tradewind.peer.ServiceName.ORDERS;
import static dev.tradewind.peer.ServiceName.PAYMENTS;
import static dev.tradewind.peer.ServiceName.SHIPPING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Creates what a service needs of AWS and tells where it is. Every call may be made again, and by all services at once. */
final class Resources {

  static final String EXPIRES = "expires";

  private record Subscription(ServiceName from, ServiceName to, List<Kind> kinds) {}

  private static final List<Subscription> SUBSCRIPTIONS = List.of(
      new Subscription(INVENTORY, ORDERS, List.of(STOCK_RESERVED, STOCK_REJECTED, STOCK_RELEASED)),
      new Subscription(PAYMENTS, ORDERS,
          List.of(PAYMENT_AUTHORIZED, PAYMENT_DECLINED, PAYMENT_VOIDED, PAYMENT_CAPTURED, CAPTURE_DECLINED)),
      new Subscription(SHIPPING, ORDERS,
          List.of(SHIPMENT_ARRANGED, SHIPMENT_REFUSED, SHIPMENT_CANCELLED, SHIPMENT_DISPATCHED, SHIPMENT_DELIVERED)),
      new Subscription(ORDERS, INVENTORY, List.of(ORDER_CONFIRMED)),
      new Subscription(ORDERS, SHIPPING, List.of(ORDER_CONFIRMED)));

  private final Cloud cloud;

  Resources(Cloud cloud) {
    this.cloud = cloud;
  }

  /** Where everything is, by name. */
  record Addresses(Map<String, String> queueUrls, Map<String, String> topicArns) {}

  /** Returns when the tables of this service can be used, and every queue and subscription is there. */
  Addresses create(ServiceName service) {
    List.of(service.resource(), service.inbox(), service.outbox()).forEach(this::table);
    expire(service.inbox());
    Map<String, String> queues = Arrays.stream(ServiceName.values()).collect(Collectors.toMap(ServiceName::resource, this::queue));
    Map<String, String> topics = Arrays.stream(ServiceName.values()).collect(Collectors.toMap(ServiceName::resource,
        name -> cloud.sns.createTopic(create -> create.name(name.resource())).join().topicArn()));
    SUBSCRIPTIONS.stream().filter(subscription -> subscription.to() == service).forEach(subscription ->
        subscribe(topics.get(subscription.from().resource()), arn(queues.get(service.resource())), subscription.kinds()));
    return new Addresses(queues, topics);
  }

  private void table(String name) {
    try {
      cloud.dynamo.createTable(create -> create.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
          .keySchema(key -> key.attributeName(StateTable.ID).keyType(KeyType.HASH))
          .attributeDefinitions(attribute -> attribute.attributeName(StateTable.ID).attributeType(ScalarAttributeType.S))).join();
    } catch (CompletionException failure) {
      if (!(failure.getCause() instanceof ResourceInUseException)) {
        throw failure;
      }
    }
    try (var waiter = cloud.dynamo.waiter()) {
      waiter.waitUntilTableExists(describe -> describe.tableName(name)).join();
    }
  }

  private void expire(String table) {
    var status = cloud.dynamo.describeTimeToLive(describe -> describe.tableName(table)).join().timeToLiveDescription().timeToLiveStatusAsString();
    if (!status.startsWith("ENABL")) {
      cloud.dynamo.updateTimeToLive(update -> update.tableName(table)
          .timeToLiveSpecification(specification -> specification.enabled(true).attributeName(EXPIRES))).join();
    }
  }

  private String queue(ServiceName service) {
    String deadLetters = cloud.sqs.createQueue(create -> create.queueName(service.resource() + "-dlq")).join().queueUrl();
    return cloud.sqs.createQueue(create -> create.queueName(service.resource()).attributes(Map.of(
        QueueAttributeName.VISIBILITY_TIMEOUT, "30",
        QueueAttributeName.REDRIVE_POLICY, "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"5\"}".formatted(arn(deadLetters))))).join().queueUrl();
  }

  private String arn(String queueUrl) {
    return cloud.sqs.getQueueAttributes(get -> get.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN)).join().attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  private void subscribe(String topicArn, String queueArn, List<Kind> kinds) {
    String filter = kinds.stream().map(kind -> '"' + kind.name() + '"').collect(Collectors.joining(",", "{\"type\":[", "]}"));
    cloud.sns.subscribe(subscribe -> subscribe.topicArn(topicArn).protocol("sqs").endpoint(queueArn)
        .attributes(Map.of("RawMessageDelivery", "true", "FilterPolicy", filter))).join();
  }
}
