package dev.tradewind.inventory.stock;

import dev.tradewind.core.Check;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.grouping.Homeward;
import dev.tradewind.inventory.grouping.StockStore;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import dev.tradewind.inventory.grouping.WriteOutcome.Refused;
import dev.tradewind.inventory.grouping.WriteOutcome.Written;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Stock in one DynamoDB table. Conflicts and throttled transactions come back as {@link Refused}, because the client does not try those
 * again; whatever else goes wrong fails after the client's own attempts.
 */
public final class DynamoStock implements StockStore {

  private static final Set<String> BUSY = Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");
  private static final String CONDITION = "ConditionalCheckFailed";

  private final DynamoDbAsyncClient client;
  private final String table;
  private final WriteRequest requests;
  private final BatchReads reads;
  private final Homeward homeward;

  public DynamoStock(DynamoDbAsyncClient client, String table, Homeward homeward) {
    this.client = Check.notNull(client, "client");
    this.table = Check.notBlank(table, "table");
    this.homeward = Check.notNull(homeward, "homeward");
    this.requests = new WriteRequest(table);
    this.reads = new BatchReads(client, table);
  }

  @Override
  public Uni<Optional<Item>> item(String key) {
    return ask(() -> client.getItem(get -> get
        .tableName(table)
        .key(Map.of(StoredItem.KEY, AttributeValue.fromS(key)))
        .consistentRead(true)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
        .map(answer -> answer.hasItem() ? Optional.of(StoredItem.read(answer.item())) : Optional.empty());
  }

  @Override
  public Uni<Map<String, Directory>> directories(Collection<String> skus) {
    return homeward.afterwards(() -> reads.of(skus.stream().map(Directory::keyOf).toList())).map(found -> {
      var directories = new HashMap<String, Directory>();
      found.values().forEach(item -> {
        var directory = (Directory) StoredItem.read(item);
        directories.put(directory.sku(), directory);
      });
      return directories;
    });
  }

  @Override
  public Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> counters) {
    return homeward.afterwards(() -> reads.of(counters.stream().map(CounterKey::toString).toList())).map(found -> {
      var shown = new HashMap<CounterKey, Counter>();
      counters.stream().filter(key -> found.containsKey(key.toString()))
          .forEach(key -> shown.put(key, StoredItem.counter(found.get(key.toString()))));
      return shown;
    });
  }

  @Override
  public Uni<WriteOutcome> write(StockWrite write) {
    return write.size() == 1 ? single(write.items().getFirst()) : transaction(write);
  }

  private Uni<WriteOutcome> single(Item item) {
    return ask(() -> client.putItem(requests.single(item)))
        .<WriteOutcome>map(done -> new Written())
        .onFailure(ConditionalCheckFailedException.class).recoverWithItem(refused ->
            new Refused(Map.of(item.key(), inTheWay(item, ((ConditionalCheckFailedException) refused).item())), Set.of(), false))
        .onFailure(TransactionConflictException.class).recoverWithItem(conflict -> new Refused(Map.of(), Set.of(), true));
  }

  private Uni<WriteOutcome> transaction(StockWrite write) {
    return ask(() -> client.transactWriteItems(requests.transaction(write)))
        .<WriteOutcome>map(done -> new Written())
        .onFailure(TransactionCanceledException.class).recoverWithUni(failure -> {
          var cancelled = (TransactionCanceledException) failure;
          var refused = refused(write, cancelled.cancellationReasons());
          return refused.inTheWay().isEmpty() && refused.tooLow().isEmpty() && !refused.busy()
              ? Uni.createFrom().failure(cancelled)
              : Uni.createFrom().item(refused);
        });
  }

  private Refused refused(StockWrite write, List<CancellationReason> reasons) {
    var tooLow = new HashSet<CounterKey>();
    var inTheWay = new HashMap<String, Item>();
    var counters = List.copyOf(write.counters().keySet());
    for (int i = 0; i < reasons.size(); i++) {
      if (CONDITION.equals(reasons.get(i).code())) {
        if (i < counters.size()) {
          tooLow.add(counters.get(i));
        } else {
          var item = write.items().get(i - counters.size());
          inTheWay.put(item.key(), inTheWay(item, reasons.get(i).item()));
        }
      }
    }
    return new Refused(inTheWay, tooLow, reasons.stream().map(CancellationReason::code).anyMatch(BUSY::contains));
  }

  private Item inTheWay(Item wanted, Map<String, AttributeValue> found) {
    if (found == null || found.isEmpty()) {
      throw new IllegalStateException(
          "table %s did not return the item in the way of %s version %d; the endpoint must support ReturnValuesOnConditionCheckFailure"
              .formatted(table, wanted.key(), wanted.version()));
    }
    return StoredItem.read(found);
  }

  private <T> Uni<T> ask(Supplier<CompletionStage<T>> call) {
    return homeward.afterwards(() -> Uni.createFrom().completionStage(call));
  }
}
