package dev.tradewind.insights.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.insights.domain.SalesFigures;
import dev.tradewind.insights.domain.Told;
import dev.tradewind.insights.reading.Counters.Contended;
import dev.tradewind.insights.reading.Counting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the local DynamoDB never answers: that somebody else writes to the same items. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentionTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  /** Refuses transactions for these reasons, one list after the other, then takes them. */
  private static final class Busy implements DynamoDbAsyncClient {

    private final Deque<List<String>> refusals = new ArrayDeque<>();
    private final List<Integer> sizes = new ArrayList<>();

    @Override
    public CompletableFuture<TransactWriteItemsResponse> transactWriteItems(TransactWriteItemsRequest request) {
      sizes.add(request.transactItems().size());
      if (refusals.isEmpty()) {
        return CompletableFuture.completedFuture(TransactWriteItemsResponse.builder().build());
      }
      var reasons = refusals.pop().stream().map(code -> CancellationReason.builder().code(code).build()).toList();
      return CompletableFuture.failedFuture(TransactionCanceledException.builder().cancellationReasons(reasons).build());
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private final Busy client = new Busy();
  private final Counting counting = new Counting(new CounterTable(client, "t"), SalesFigures::of);
  private final Told tea = Told.order("c-1", 0, "TEA");
  private final Told mug = Told.order("c-1", 0, "MUG");

  private void count() {
    counting.count(Stream.of(tea, mug).map(Told::sale).toList()).await().atMost(LONG);
  }

  @Test
  void a_conflict_is_tried_again_as_it_was() {
    client.refusals.add(List.of("None", "None", "TransactionConflict"));
    client.refusals.add(List.of("ThrottlingError"));
    count();

    assertThat(client.sizes).containsExactly(8, 8, 8);
  }

  @Test
  void what_was_counted_before_is_left_out_also_when_the_rest_is_in_conflict() {
    client.refusals.add(List.of("ConditionalCheckFailed", "None", "TransactionConflict"));
    count();

    assertThat(client.sizes).containsExactly(8, 4);
  }

  @Test
  void when_everything_was_counted_before_nothing_is_written() {
    client.refusals.add(List.of("ConditionalCheckFailed", "ConditionalCheckFailed"));
    count();

    assertThat(client.sizes).containsExactly(8);
  }

  @Test
  void conflict_without_end_fails_the_batch_which_comes_again() {
    for (int i = 0; i < 100; i++) {
      client.refusals.add(List.of("TransactionConflict"));
    }

    assertThatThrownBy(this::count).hasRootCauseInstanceOf(TransactionCanceledException.class).hasStackTraceContaining(Contended.class.getName());
    assertThat(client.sizes).hasSize(9);
  }

  @Test
  void any_other_refusal_fails_the_batch_at_once() {
    client.refusals.add(List.of("ValidationError"));

    assertThatThrownBy(this::count).isInstanceOf(TransactionCanceledException.class);
    assertThat(client.sizes).hasSize(1);
  }
}
