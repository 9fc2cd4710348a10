package dev.tradewind.insights.tables;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tradewind.core.Check;
import dev.tradewind.insights.domain.Contribution;
import dev.tradewind.insights.domain.Counter;
import dev.tradewind.insights.domain.Pack;
import dev.tradewind.insights.reading.Counters;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Counters in a table, and beside them, never deleted, a mark for each contribution: written in one transaction, on condition that no mark is
 * there.
 */
public final class CounterTable implements Counters {

  private static final String MARKS = "counted/";
  private static final String UNMARKED = "attribute_not_exists(#partition)";
  private static final String MARKED_BEFORE = "ConditionalCheckFailed";
  private static final Set<String> PASSES = Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbAsyncClient client;
  private final String table;

  public CounterTable(DynamoDbAsyncClient client, String table) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
  }

  @Override
  public Uni<Outcome> add(Pack pack) {
    var writes = new ArrayList<TransactWriteItem>();
    pack.contributions().forEach(contribution -> writes.add(mark(contribution)));
    pack.amounts().forEach((counter, amounts) -> writes.add(increment(counter, amounts)));
    return Uni.createFrom().completionStage(() -> client.transactWriteItems(
            write -> write.transactItems(writes).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
        .<Outcome>map(done -> new Outcome.Counted())
        .onFailure(TransactionCanceledException.class).recoverWithUni(refused -> refused(pack, (TransactionCanceledException) refused));
  }

  private TransactWriteItem mark(Contribution contribution) {
    return TransactWriteItem.builder().put(Put.builder()
        .tableName(table)
        .item(Item.key(MARKS + contribution.name(), MARKS))
        .conditionExpression(UNMARKED)
        .expressionAttributeNames(Map.of("#partition", Item.PARTITION))
        .build()).build();
  }

  private TransactWriteItem increment(Counter counter, Map<String, Long> amounts) {
    var names = new HashMap<String, String>();
    var values = new HashMap<String, AttributeValue>();
    var additions = new ArrayList<String>();
    amounts.forEach((figure, amount) -> {
      names.put("#" + figure, figure);
      values.put(":" + figure, fromN(Long.toString(amount)));
      additions.add("#%s :%s".formatted(figure, figure));
    });
    var settings = new ArrayList<String>();
    counter.about().forEach((word, text) -> {
      names.put("#" + word, word);
      values.put(":" + word, fromS(text));
      settings.add("#%s = :%s".formatted(word, word));
    });
    return TransactWriteItem.builder().update(Update.builder()
        .tableName(table)
        .key(Item.key(counter.partition(), counter.sort()))
        .updateExpression("ADD " + String.join(", ", additions) + (settings.isEmpty() ? "" : " SET " + String.join(", ", settings)))
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build()).build();
  }

  /** Reasons come in the order of the writes, and the marks were first. */
  private static Uni<Outcome> refused(Pack pack, TransactionCanceledException refused) {
    var codes = refused.cancellationReasons().stream().map(reason -> String.valueOf(reason.code())).toList();
    var names = pack.contributions().stream().map(Contribution::name).toList();
    var known = IntStream.range(0, Math.min(names.size(), codes.size()))
        .filter(i -> codes.get(i).equals(MARKED_BEFORE)).mapToObj(names::get).collect(Collectors.toSet());
    if (!known.isEmpty()) {
      return Uni.createFrom().item(new Outcome.Known(known));
    }
    return Uni.createFrom().failure(codes.stream().anyMatch(PASSES::contains) ? new Contended(refused) : refused);
  }
}
