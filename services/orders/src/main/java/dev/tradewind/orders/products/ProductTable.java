package dev.tradewind.orders.products;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.quarkus.ChassisConfig;
import dev.tradewind.quarkus.ReturnToContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** The copy, one item a product. The newest version wins, whichever comes last. */
@Singleton
public class ProductTable {

  private static final String SKU = "sku";
  private static final String VERSION = "version";
  private static final String ACTIVE = "active";
  private static final String PRICES = "prices";
  private static final String FORMER = "former";
  private static final String SINCE = "since";
  private static final String NEWER = "attribute_not_exists(#sku) OR #version < :version";
  private static final int MOST_ATTEMPTS = 5;

  private final DynamoDbAsyncClient client;
  private final String table;

  ProductTable(DynamoDbAsyncClient client, ChassisConfig config) {
    this.client = client;
    this.table = config.prefix() + config.service() + "-products";
  }

  /** @return whether it was newer than what was there */
  public Uni<Boolean> keep(KnownProduct product) {
    var item = write(product);
    return ReturnToContext.afterwards(() -> Uni.createFrom().completionStage(() -> client.putItem(put -> put
            .tableName(table)
            .item(item)
            .conditionExpression(NEWER)
            .expressionAttributeNames(Map.of("#sku", SKU, "#version", VERSION))
            .expressionAttributeValues(Map.of(":version", item.get(VERSION)))
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
        .map(done -> true)
        .onFailure(ConditionalCheckFailedException.class).recoverWithItem(false));
  }

  /**
   * What is known of these, by SKU, read consistently: a read unit each.
   *
   * @param skus 1 to 100
   */
  Uni<Map<String, KnownProduct>> find(Collection<String> skus) {
    var keys = skus.stream().map(sku -> Map.of(SKU, fromS(sku))).toList();
    return ReturnToContext.afterwards(() ->
        read(KeysAndAttributes.builder().keys(keys).consistentRead(true).build(), new HashMap<>(), 1));
  }

  private Uni<Map<String, KnownProduct>> read(KeysAndAttributes wanted, Map<String, KnownProduct> found, int attempt) {
    var request = BatchGetItemRequest.builder().requestItems(Map.of(table, wanted)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
    return Uni.createFrom().completionStage(() -> client.batchGetItem(request)).flatMap(answer -> {
      answer.responses().getOrDefault(table, List.of()).stream().map(ProductTable::read).forEach(product -> found.put(product.sku(), product));
      var left = answer.unprocessedKeys().get(table);
      if (left == null) {
        return Uni.createFrom().item(found);
      }
      return attempt < MOST_ATTEMPTS
          ? read(left, found, attempt + 1)
          : Uni.createFrom().failure(new IllegalStateException(
              "table %s left %d keys unread after %d attempts; it is asked too much".formatted(table, left.keys().size(), attempt)));
    });
  }

  private static Map<String, AttributeValue> write(KnownProduct product) {
    return Map.of(
        SKU, fromS(product.sku()),
        VERSION, fromN(Long.toString(product.version())),
        ACTIVE, fromBool(product.active()),
        PRICES, amounts(product.prices()),
        FORMER, amounts(product.formerPrices()),
        SINCE, fromS(product.pricesSince().toString()));
  }

  private static KnownProduct read(Map<String, AttributeValue> item) {
    return new KnownProduct(item.get(SKU).s(), Long.parseLong(item.get(VERSION).n()), item.get(ACTIVE).bool(), amounts(item.get(PRICES)),
        amounts(item.get(FORMER)), Instant.parse(item.get(SINCE).s()));
  }

  private static AttributeValue amounts(Map<String, Long> prices) {
    return fromM(prices.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, price -> fromN(Long.toString(price.getValue())))));
  }

  private static Map<String, Long> amounts(AttributeValue prices) {
    return prices.m().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, price -> Long.valueOf(price.getValue().n())));
  }
}
