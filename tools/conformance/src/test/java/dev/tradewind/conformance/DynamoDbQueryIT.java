package dev.tradewind.conformance;

import static dev.tradewind.conformance.Streams.NAMES;
import static dev.tradewind.conformance.Streams.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

@ConformanceTest
class DynamoDbQueryIT {

  private static QueryRequest.Builder read(Streams streams, String stream) {
    return QueryRequest.builder()
        .tableName(streams.table())
        .consistentRead(true)
        .keyConditionExpression("#stream = :stream")
        .expressionAttributeNames(NAMES)
        .expressionAttributeValues(Map.of(":stream", AttributeValue.fromS(stream)));
  }

  private static List<Integer> versions(List<Map<String, AttributeValue>> items) {
    return items.stream().map(item -> Integer.valueOf(item.get("version").n())).toList();
  }

  private static void write(Streams streams, String stream, int... versions) {
    for (int version : versions) {
      streams.put(item(stream, version, "body " + version));
    }
  }

  @Test
  void a_stream_is_read_in_the_order_of_its_versions_as_numbers(Cloud cloud) {
    var streams = cloud.streams();
    write(streams, "s", 10, 2, 100, 1, 9);
    assertThat(versions(cloud.dynamoDb.query(read(streams, "s").build()).items())).containsExactly(1, 2, 9, 10, 100);
  }

  @Test
  void a_stream_can_be_read_backwards(Cloud cloud) {
    var streams = cloud.streams();
    write(streams, "s", 1, 2, 3);
    var last = cloud.dynamoDb.query(read(streams, "s").scanIndexForward(false).limit(1).build());
    assertThat(versions(last.items())).containsExactly(3);
  }

  @Test
  void a_stream_shows_nothing_of_another(Cloud cloud) {
    var streams = cloud.streams();
    write(streams, "s", 1);
    write(streams, "s2", 1, 2);
    assertThat(cloud.dynamoDb.query(read(streams, "s").build()).count()).isEqualTo(1);
    assertThat(cloud.dynamoDb.query(read(streams, "none").build()).items()).isEmpty();
  }

  @Test
  void a_consistent_read_shows_each_write_as_soon_as_it_is_acknowledged(Cloud cloud) {
    var streams = cloud.streams();
    for (int version = 1; version <= 20; version++) {
      write(streams, "s", version);
      assertThat(cloud.dynamoDb.query(read(streams, "s").build()).count()).isEqualTo(version);
    }
  }

  @Test
  void a_stream_can_be_read_from_a_version_on(Cloud cloud) {
    var streams = cloud.streams();
    write(streams, "s", 1, 2, 3, 4);
    var later = cloud.dynamoDb.query(read(streams, "s")
        .keyConditionExpression("#stream = :stream AND version > :seen")
        .expressionAttributeValues(Map.of(":stream", AttributeValue.fromS("s"), ":seen", AttributeValue.fromN("2")))
        .build());
    assertThat(versions(later.items())).containsExactly(3, 4);
  }

  @Test
  void pages_continue_where_the_last_one_ended(Cloud cloud) {
    var streams = cloud.streams();
    write(streams, "s", 1, 2, 3, 4, 5);
    var pages = cloud.dynamoDb.queryPaginator(read(streams, "s").limit(2).build());
    assertThat(pages.stream().map(page -> versions(page.items())).filter(page -> !page.isEmpty()))
        .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
  }

  @Test
  void a_page_holds_no_more_than_a_megabyte(Cloud cloud) {
    var streams = cloud.streams();
    for (int version = 1; version <= 8; version++) {
      streams.put(item("s", version, "x".repeat(300 * 1024)));
    }
    var first = cloud.dynamoDb.query(read(streams, "s").build());
    assertThat(first.count()).isBetween(3, 4);
    assertThat(first.hasLastEvaluatedKey()).isTrue();
    assertThat(cloud.dynamoDb.queryPaginator(read(streams, "s").build()).items().stream()).hasSize(8);
  }

  @Test
  void a_consistent_read_costs_one_unit_for_each_4_KB_begun_and_a_plain_one_half(Cloud cloud) {
    var streams = cloud.streams();
    streams.put(item("s", 1, "x".repeat(5_000)));
    var request = read(streams, "s").returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    assertThat(cloud.dynamoDb.query(request.build()).consumedCapacity().capacityUnits()).isEqualTo(2.0);
    assertThat(cloud.dynamoDb.query(request.consistentRead(false).build()).consumedCapacity().capacityUnits())
        .isEqualTo(1.0);
  }
}
