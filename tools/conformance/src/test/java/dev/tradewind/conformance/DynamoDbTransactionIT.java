package dev.tradewind.conformance;

import static dev.tradewind.conformance.Streams.IS_NEW;
import static dev.tradewind.conformance.Streams.NAMES;
import static dev.tradewind.conformance.Streams.item;
import static dev.tradewind.conformance.Streams.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@ConformanceTest
class DynamoDbTransactionIT {

  private static TransactWriteItem append(Streams streams, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder().put(put -> put
        .tableName(streams.table())
        .item(item)
        .conditionExpression(IS_NEW)
        .expressionAttributeNames(NAMES)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)).build();
  }

  private static TransactWriteItem take(Streams streams, String stock, int quantity) {
    return TransactWriteItem.builder().update(update -> update
        .tableName(streams.table())
        .key(Streams.key(stock, 0))
        .updateExpression("SET available = available - :quantity")
        .conditionExpression("available >= :quantity")
        .expressionAttributeValues(Map.of(":quantity", AttributeValue.fromN(Integer.toString(quantity))))
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)).build();
  }

  private static TransactWriteItemsRequest.Builder transaction(TransactWriteItem... items) {
    return TransactWriteItemsRequest.builder().transactItems(items);
  }

  private static List<CancellationReason> reasons(Cloud cloud, TransactWriteItem... items) {
    return catchThrowableOfType(TransactionCanceledException.class,
        () -> cloud.dynamoDb.transactWriteItems(transaction(items).build())).cancellationReasons();
  }

  private static Map<String, AttributeValue> stock(String name, int available) {
    return with(Streams.key(name, 0), "available", AttributeValue.fromN(Integer.toString(available)));
  }

  @Test
  void all_writes_of_a_transaction_happen(Cloud cloud) {
    var streams = cloud.streams();
    streams.put(stock("stock", 5));
    cloud.dynamoDb.transactWriteItems(
        transaction(take(streams, "stock", 2), append(streams, item("token", 1, "mine"))).build());
    assertThat(streams.get("stock", 0)).isEqualTo(stock("stock", 3));
    assertThat(streams.get("token", 1)).isEqualTo(item("token", 1, "mine"));
  }

  @Test
  void the_reasons_of_a_cancelled_transaction_stand_in_the_order_of_its_items(Cloud cloud) {
    var streams = cloud.streams();
    streams.put(item("taken", 1, "theirs"));
    streams.put(stock("stock", 1));
    var reasons = reasons(cloud,
        append(streams, item("free", 1, "mine")),
        append(streams, item("taken", 1, "mine")),
        append(streams, item("free", 2, "mine")),
        take(streams, "stock", 2));
    assertThat(reasons).extracting(CancellationReason::code)
        .containsExactly("None", "ConditionalCheckFailed", "None", "ConditionalCheckFailed");
    assertThat(reasons.get(1).item()).isEqualTo(item("taken", 1, "theirs"));
    assertThat(reasons.get(3).item()).isEqualTo(stock("stock", 1));
    assertThat(reasons.getFirst().hasItem()).isFalse();
  }

  @Test
  void a_cancelled_transaction_leaves_nothing(Cloud cloud) {
    var streams = cloud.streams();
    streams.put(item("taken", 1, "theirs"));
    reasons(cloud, append(streams, item("free", 1, "mine")), append(streams, item("taken", 1, "mine")));
    assertThat(streams.get("free", 1)).isEmpty();
    assertThat(streams.get("taken", 1)).isEqualTo(item("taken", 1, "theirs"));
  }

  @Test
  void a_condition_check_on_an_item_that_is_not_there_fails_without_an_item(Cloud cloud) {
    var streams = cloud.streams();
    var check = TransactWriteItem.builder().conditionCheck(condition -> condition
        .tableName(streams.table())
        .key(Streams.key("absent", 1))
        .conditionExpression("attribute_exists(#stream)")
        .expressionAttributeNames(NAMES)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)).build();
    var reasons = reasons(cloud, check, append(streams, item("free", 1, "mine")));
    assertThat(reasons).extracting(CancellationReason::code).containsExactly("ConditionalCheckFailed", "None");
    assertThat(reasons.getFirst().hasItem()).isFalse();
  }

  @Test
  void the_same_token_and_content_happens_once_however_often_it_is_sent(Cloud cloud) {
    var streams = cloud.streams();
    streams.put(stock("stock", 10));
    var request = transaction(take(streams, "stock", 3)).clientRequestToken(UUID.randomUUID().toString()).build();
    cloud.dynamoDb.transactWriteItems(request);
    cloud.dynamoDb.transactWriteItems(request);
    cloud.dynamoDb.transactWriteItems(request);
    assertThat(streams.get("stock", 0)).isEqualTo(stock("stock", 7));
  }

  @Test
  void the_same_token_with_other_content_is_refused(Cloud cloud) {
    var streams = cloud.streams();
    streams.put(stock("stock", 10));
    var token = UUID.randomUUID().toString();
    cloud.dynamoDb.transactWriteItems(transaction(take(streams, "stock", 3)).clientRequestToken(token).build());
    assertThat(catchThrowableOfType(IdempotentParameterMismatchException.class, () -> cloud.dynamoDb.transactWriteItems(
        transaction(take(streams, "stock", 4)).clientRequestToken(token).build()))).isNotNull();
    assertThat(streams.get("stock", 0)).isEqualTo(stock("stock", 7));
  }

  @Test
  void a_transaction_holds_a_hundred_items_and_no_more(Cloud cloud) {
    var streams = cloud.streams();
    cloud.dynamoDb.transactWriteItems(transaction(appends(streams, "hundred", 100)).build());
    assertThat(streams.get("hundred", 100)).isNotEmpty();
    var refused = catchThrowableOfType(DynamoDbException.class,
        () -> cloud.dynamoDb.transactWriteItems(transaction(appends(streams, "more", 101)).build()));
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    assertThat(streams.get("more", 1)).isEmpty();
  }

  private static TransactWriteItem[] appends(Streams streams, String stream, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(version -> append(streams, item(stream, version, "body")))
        .toArray(TransactWriteItem[]::new);
  }

  @Test
  void a_transaction_that_names_an_item_twice_is_refused(Cloud cloud) {
    var streams = cloud.streams();
    var refused = catchThrowableOfType(DynamoDbException.class, () -> cloud.dynamoDb.transactWriteItems(
        transaction(append(streams, item("s", 1, "one")), append(streams, item("s", 1, "two"))).build()));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(streams.get("s", 1)).isEmpty();
  }

  @Test
  void a_write_in_a_transaction_costs_twice_what_it_costs_alone(Cloud cloud) {
    var streams = cloud.streams();
    var answer = cloud.dynamoDb.transactWriteItems(
        transaction(append(streams, item("s", 1, "small")), append(streams, item("s", 2, "small")))
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
    assertThat(answer.consumedCapacity()).singleElement()
        .satisfies(capacity -> assertThat(capacity.capacityUnits()).isEqualTo(4.0));
  }
}
