package dev.tradewind.chaos.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.chaos.proxy.Operation.Service;
import dev.tradewind.chaos.proxy.Writes.Write;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Operation PUT = new Operation(Service.DYNAMODB, "PutItem");
  private static final Operation TRANSACTION = new Operation(Service.DYNAMODB, "TransactWriteItems");

  private final Writes writes = new Writes(Map.of("goods", "key", "orders", "stream"));

  /** The key and the names of both attributes take five bytes. */
  @ParameterizedTest
  @CsvSource({"1, 1, 2", "1019, 1, 2", "1020, 2, 4", "2043, 2, 4", "2044, 3, 6"})
  void everyStartedKilobyteIsAUnitAndTwoInATransaction(int bytes, int alone, int inATransaction) throws Exception {
    String item = "{\"TableName\":\"goods\",\"Item\":{\"key\":{\"S\":\"k\"},\"v\":{\"S\":\"%s\"}}}".formatted("x".repeat(bytes));

    assertThat(writes.of(PUT, JSON.readTree(item))).containsExactly(new Write("goods/k", alone));
    assertThat(writes.of(TRANSACTION, JSON.readTree("{\"TransactItems\":[{\"Put\":%s}]}".formatted(item))))
        .containsExactly(new Write("goods/k", inATransaction));
  }

  @Test
  void anUpdateOfWhichOnlyTheKeyIsKnownCostsTwoUnitsInATransaction() throws Exception {
    assertThat(writes.of(TRANSACTION, JSON.readTree("""
        {"TransactItems": [
          {"Update": {"TableName": "goods", "Key": {"key": {"S": "stock/HOT/eu-1/0"}}, "UpdateExpression": "SET a = b"}},
          {"Put": {"TableName": "goods", "Item": {"key": {"S": "order/1"}}}},
          {"ConditionCheck": {"TableName": "goods", "Key": {"key": {"S": "sku/HOT"}}}}]}
        """))).containsExactly(new Write("goods/stock/HOT/eu-1/0", 2), new Write("goods/order/1", 2), new Write("goods/sku/HOT", 2));
  }

  @Test
  void aKeyIsThatOfItsTable() throws Exception {
    assertThat(writes.of(PUT, JSON.readTree("{\"TableName\":\"orders\",\"Item\":{\"stream\":{\"S\":\"order/1\"},\"version\":{\"N\":\"3\"}}}")))
        .extracting(Write::key).containsExactly("orders/order/1");
  }

  @Test
  void listsAndMapsCountWithWhatIsInThem() throws JsonProcessingException {
    String list = "{\"TableName\":\"goods\",\"Item\":{\"key\":{\"S\":\"k\"},\"v\":{\"L\":[{\"S\":\"%s\"},{\"M\":{\"name\":{\"S\":\"%s\"}}}]}}}"
        .formatted("x".repeat(512), "y".repeat(512));
    assertThat(writes.of(PUT, JSON.readTree(list))).extracting(Write::units).containsExactly(2);
  }
}
