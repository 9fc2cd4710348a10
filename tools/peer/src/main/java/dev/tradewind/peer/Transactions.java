package dev.tradewind.peer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What a handled message leaves behind, all of it or nothing: its inbox row, the state, the outbox rows. */
final class Transactions {

  /** What became of one. */
  enum Outcome {
    WRITTEN,
    /** The inbox knows the message: somebody handled it before. */
    REPEATED,
    /** Somebody else changed the state meanwhile. */
    STALE
  }

  // As long as a message can live in a queue.
  private static final Duration REMEMBERED = Duration.ofDays(14);

  private final DynamoDbAsyncClient dynamo;
  private final ServiceName service;
  private final Consumer<List<Letter>> relay;
  private final InstantSource clock;

  /** @param relay gets what was written to the outbox, right after */
  Transactions(DynamoDbAsyncClient dynamo, ServiceName service, Consumer<List<Letter>> relay, InstantSource clock) {
    this.dynamo = dynamo;
    this.service = service;
    this.relay = relay;
    this.clock = clock;
  }

  /** @param cause the id of what is handled; the same id is handled once */
  Outcome write(String cause, Change change) {
    List<Letter> letters = change.outgoing().stream().map(outgoing -> Letter.of(service, outgoing, clock.instant())).toList();
    List<TransactWriteItem> items = new ArrayList<>(List.of(inbox(cause)));
    items.addAll(change.state());
    letters.forEach(letter -> items.add(TransactWriteItem.builder().put(put -> put.tableName(service.outbox()).item(letter.item())).build()));
    try {
      dynamo.transactWriteItems(write -> write.transactItems(items)).join();
    } catch (CompletionException failure) {
      return outcome(failure);
    }
    relay.accept(letters);
    return Outcome.WRITTEN;
  }

  private static Outcome outcome(CompletionException failure) {
    if (failure.getCause() instanceof TransactionCanceledException cancelled) {
      return "ConditionalCheckFailed".equals(cancelled.cancellationReasons().getFirst().code()) ? Outcome.REPEATED : Outcome.STALE;
    }
    throw failure;
  }

  private TransactWriteItem inbox(String cause) {
    var item = new HashMap<>(StateTable.key(cause));
    item.put(Resources.EXPIRES, StateTable.number(clock.instant().plus(REMEMBERED).getEpochSecond()));
    return TransactWriteItem.builder().put(Put.builder().tableName(service.inbox()).item(item)
        .conditionExpression("attribute_not_exists(id)").build()).build();
  }
}
