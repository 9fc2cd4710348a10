package dev.tradewind.conformance;

import static dev.tradewind.conformance.Streams.IS_NEW;
import static dev.tradewind.conformance.Streams.NAMES;
import static dev.tradewind.conformance.Streams.item;
import static dev.tradewind.conformance.Streams.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

@ConformanceTest
class DynamoDbPutIT {

  private static final int LARGEST_ITEM_BYTES = 400 * 1024;

  /** Names and values of the keys {@code stream=s}, {@code version=1}, and the name {@code body}: with room for rounding. */
  private static final int OTHER_BYTES = 40;

  private static PutItemRequest.Builder append(Streams streams, Map<String, AttributeValue> item) {
    return PutItemRequest.builder()
        .tableName(streams.table())
        .item(item)
        .conditionExpression(IS_NEW)
        .expressionAttributeNames(NAMES);
  }

  @Test
  void a_put_whose_condition_holds_is_there_for_a_consistent_read(Cloud cloud) {
    var streams = cloud.streams();
    cloud.dynamoDb.putItem(append(streams, item("s", 1, "first")).build());
    assertThat(streams.get("s", 1)).isEqualTo(item("s", 1, "first"));
  }

  @Test
  void a_put_whose_condition_fails_answers_the_item_in_the_way_when_asked_to(Cloud cloud) {
    var streams = cloud.streams();
    streams.put(item("s", 1, "first"));
    var refused = catchThrowableOfType(ConditionalCheckFailedException.class, () -> cloud.dynamoDb.putItem(
        append(streams, item("s", 1, "second"))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).build()));
    assertThat(refused.item()).isEqualTo(item("s", 1, "first"));
    assertThat(streams.get("s", 1)).isEqualTo(item("s", 1, "first"));
  }

  @Test
  void a_put_whose_condition_fails_answers_no_item_unless_asked_to(Cloud cloud) {
    var streams = cloud.streams();
    streams.put(item("s", 1, "first"));
    var refused = catchThrowableOfType(ConditionalCheckFailedException.class,
        () -> cloud.dynamoDb.putItem(append(streams, item("s", 1, "second")).build()));
    assertThat(refused.hasItem()).isFalse();
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void of_many_conditional_puts_of_one_key_exactly_one_succeeds(Cloud cloud) throws Exception {
    var streams = cloud.streams();
    List<Callable<Boolean>> writers = IntStream.range(0, 16).<Callable<Boolean>>mapToObj(writer -> () -> {
      try {
        cloud.dynamoDb.putItem(append(streams, item("s", 1, "writer " + writer)).build());
        return true;
      } catch (ConditionalCheckFailedException lost) {
        return false;
      }
    }).toList();
    try (var threads = Executors.newFixedThreadPool(16)) {
      var won = threads.invokeAll(writers).stream().filter(writer -> writer.resultNow()).count();
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void a_conditional_counter_never_goes_below_its_condition(Cloud cloud) throws Exception {
    var streams = cloud.streams();
    streams.put(with(Streams.key("stock", 0), "available", AttributeValue.fromN("10")));
    List<Callable<Boolean>> takers = IntStream.range(0, 16).<Callable<Boolean>>mapToObj(taker -> () -> {
      try {
        cloud.dynamoDb.updateItem(update -> update
            .tableName(streams.table())
            .key(Streams.key("stock", 0))
            .updateExpression("SET available = available - :quantity")
            .conditionExpression("available >= :quantity")
            .expressionAttributeValues(Map.of(":quantity", AttributeValue.fromN("3"))));
        return true;
      } catch (ConditionalCheckFailedException soldOut) {
        return false;
      }
    }).toList();
    try (var threads = Executors.newFixedThreadPool(16)) {
      assertThat(threads.invokeAll(takers).stream().filter(taker -> taker.resultNow()).count()).isEqualTo(3);
    }
    assertThat(streams.get("stock", 0).get("available").n()).isEqualTo("1");
  }

  @Test
  void an_update_answers_the_new_item_when_asked_to(Cloud cloud) {
    var streams = cloud.streams();
    var updated = cloud.dynamoDb.updateItem(update -> update
        .tableName(streams.table())
        .key(Streams.key("s", 1))
        .updateExpression("ADD hits :one SET body = if_not_exists(body, :body)")
        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"), ":body", AttributeValue.fromS("new")))
        .returnValues(ReturnValue.ALL_NEW));
    assertThat(updated.attributes()).isEqualTo(with(item("s", 1, "new"), "hits", AttributeValue.fromN("1")));
  }

  @Test
  void every_type_comes_back_as_it_was_written(Cloud cloud) {
    var streams = cloud.streams();
    var item = Streams.key("s", 1);
    for (var value : Map.of(
        "number", AttributeValue.fromN("12345678901234567890123456789012345678"),
        "fraction", AttributeValue.fromN("-0.000001"),
        "binary", Streams.binary((byte) 0, (byte) -1, (byte) 127, (byte) -128),
        "empty", AttributeValue.fromS(""),
        "text", AttributeValue.fromS("åß∂ 🚢 \u0001 \" \\ \n"),
        "yes", AttributeValue.fromBool(true),
        "nothing", AttributeValue.fromNul(true),
        "list", AttributeValue.fromL(List.of(AttributeValue.fromN("1"), AttributeValue.fromM(Map.of()))),
        "map", AttributeValue.fromM(Map.of("inner", Streams.binary((byte) 7))),
        "set", AttributeValue.fromSs(List.of("one"))).entrySet()) {
      item = with(item, value.getKey(), value.getValue());
    }
    streams.put(item);
    assertThat(streams.get("s", 1)).isEqualTo(item);
  }

  @Test
  void an_item_of_just_under_400_KB_is_stored(Cloud cloud) {
    var streams = cloud.streams();
    var large = item("s", 1, "x".repeat(LARGEST_ITEM_BYTES - OTHER_BYTES));
    streams.put(large);
    assertThat(streams.get("s", 1)).isEqualTo(large);
  }

  @Test
  void an_item_of_over_400_KB_is_refused(Cloud cloud) {
    var streams = cloud.streams();
    var refused = catchThrowableOfType(DynamoDbException.class,
        () -> streams.put(item("s", 1, "x".repeat(LARGEST_ITEM_BYTES))));
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    assertThat(refused).hasMessageContaining("Item size has exceeded the maximum allowed size");
    assertThat(streams.get("s", 1)).isEmpty();
  }

  @Test
  void a_write_costs_one_unit_for_each_KB_begun(Cloud cloud) {
    var streams = cloud.streams();
    assertThat(units(cloud, streams, item("s", 1, "x".repeat(1024 - OTHER_BYTES)))).isEqualTo(1.0);
    assertThat(units(cloud, streams, item("s", 2, "x".repeat(1024)))).isEqualTo(2.0);
  }

  private static double units(Cloud cloud, Streams streams, Map<String, AttributeValue> item) {
    return cloud.dynamoDb.putItem(append(streams, item).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build())
        .consumedCapacity().capacityUnits();
  }

  @Test
  void a_table_that_is_not_there_is_named_as_such(Cloud cloud) {
    var refused = catchThrowableOfType(DynamoDbException.class, () -> cloud.dynamoDb.putItem(
        put -> put.tableName(Cloud.uniqueName()).item(item("s", 1, "body"))));
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException");
  }
}
