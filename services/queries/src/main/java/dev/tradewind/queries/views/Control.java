package dev.tradewind.queries.views;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Where it is written down which table serves: one item, in a table of its own, because every table of views is dropped some day. */
final class Control {

  private static final String NAME = "name";
  private static final Map<String, AttributeValue> KEY = Map.of(NAME, fromS("views"));
  private static final String ACTIVE = "active";
  private static final String BUILDING = "building";
  private static final String CHANGED = "changed";
  private static final String VERSION = "version";

  private final DynamoDbAsyncClient client;
  private final Names names;

  Control(DynamoDbAsyncClient client, Names names) {
    this.client = Check.notNull(client, "client");
    this.names = Check.notNull(names, "names");
  }

  Uni<Tables> read() {
    return Uni.createFrom()
        .completionStage(() -> client.getItem(get -> get.tableName(names.control()).key(KEY).consistentRead(true)))
        .map(answer -> answer.hasItem() ? tables(answer.item()) : Tables.only(names.home()));
  }

  /** Changes it in one conditional write; who comes second decides again on what the first one left. */
  Uni<Tables> change(UnaryOperator<Tables> decision) {
    return read().flatMap(before -> write(before, decision.apply(before)))
        .onFailure(ConditionalCheckFailedException.class).recoverWithUni(() -> change(decision));
  }

  private Uni<Tables> write(Tables before, Tables after) {
    return Uni.createFrom().completionStage(() -> client.putItem(put -> put
            .tableName(names.control())
            .item(item(after))
            .conditionExpression("attribute_not_exists(#version) OR #version = :before")
            .expressionAttributeNames(Map.of("#version", VERSION))
            .expressionAttributeValues(Map.of(":before", fromN(Long.toString(before.version()))))))
        .replaceWith(after);
  }

  private static Map<String, AttributeValue> item(Tables tables) {
    var item = new HashMap<>(KEY);
    item.put(ACTIVE, fromS(tables.active()));
    tables.building().ifPresent(building -> item.put(BUILDING, fromS(building)));
    item.put(CHANGED, fromS(tables.changedAt().toString()));
    item.put(VERSION, fromN(Long.toString(tables.version())));
    return item;
  }

  private static Tables tables(Map<String, AttributeValue> item) {
    return new Tables(
        item.get(ACTIVE).s(),
        Optional.ofNullable(item.get(BUILDING)).map(AttributeValue::s),
        Instant.parse(item.get(CHANGED).s()),
        Long.parseLong(item.get(VERSION).n()));
  }
}
