package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CommitsTest {

  private static final Map<String, AttributeValue> COMMIT = Map.of("stream", AttributeValue.fromS("order/1"), "version", AttributeValue.fromN("2"),
      "e", AttributeValue.fromS("[]"));

  @Test
  void aCommitIsHeardOfEvenWhenItsAnswerIsLost() throws Exception {
    try (Between between = new Between(Map.of(Fault.ANSWER_LOST, 1_000))) {
      between.dynamo().putItem(put -> put.tableName("orders").item(COMMIT)).exceptionally(noAnswer -> null).join();
      assertThat(between.commits).containsExactly("order/1 2 []");
    }
  }

  @Test
  void itsMessagesAreHeardOfToo() throws Exception {
    try (Between between = new Between(Map.of())) {
      Map<String, AttributeValue> item = new HashMap<>(COMMIT);
      item.put("m", AttributeValue.fromS("[x]"));
      between.dynamo().putItem(put -> put.tableName("orders").item(item)).join();
      assertThat(between.commits).containsExactly("order/1 2 [][x]");
    }
  }

  @Test
  void aWriteThatItsOwnItemStandsInTheWayOfWasMade() throws Exception {
    assertThat(heardWhenTheItemInTheWayHasCause("m/1")).containsExactly("order/1 2 []");
  }

  @Test
  void aWriteThatAnotherStandsInTheWayOfWasNot() throws Exception {
    assertThat(heardWhenTheItemInTheWayHasCause("m/2")).isEmpty();
  }

  private static List<String> heardWhenTheItemInTheWayHasCause(String cause) throws Exception {
    try (Between between = new Between(Map.of())) {
      Map<String, AttributeValue> item = new HashMap<>(COMMIT);
      item.put("c", AttributeValue.fromS("m/1"));
      between.cloud.refuseWith("{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"failed\","
          + "\"Item\":{\"stream\":{\"S\":\"order/1\"},\"c\":{\"S\":\"%s\"}}}".formatted(cause));
      between.dynamo().putItem(put -> put.tableName("orders").item(item)).exceptionally(refused -> null).join();
      return List.copyOf(between.commits);
    }
  }

  @Test
  void whatIsNotExecutedIsNoCommit() throws Exception {
    try (Between between = new Between(Map.of(Fault.UNAVAILABLE, 1_000))) {
      between.dynamo().putItem(put -> put.tableName("orders").item(COMMIT)).exceptionally(refused -> null).join();
      assertThat(between.commits).isEmpty();
    }
  }
}
