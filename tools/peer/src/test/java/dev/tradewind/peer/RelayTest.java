package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RelayTest {

  private final FakeDynamo dynamo = new FakeDynamo();
  private final Outbox outbox = new Outbox(dynamo, "peer-orders-outbox");

  @Test
  void a_batch_has_one_destination_and_ten_entries_at_most() {
    List<Letter> letters = Stream.concat(letters(12, Kind.RESERVE_STOCK), letters(3, Kind.ORDER_CONFIRMED)).toList();

    List<List<Letter>> batches = Relay.batches(letters);

    assertThat(batches).extracting(List::size).containsExactlyInAnyOrder(10, 2, 3);
    assertThat(batches).allSatisfy(batch -> assertThat(batch).extracting(Letter::destination).containsOnly(batch.getFirst().destination()));
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(letters);
  }

  @Test
  void a_queue_and_a_topic_of_the_same_name_are_two_destinations() {
    Letter toQueue = letters(1, Kind.RESERVE_STOCK).findFirst().orElseThrow();
    Letter toTopic = Letter.of(ServiceName.INVENTORY, Outgoing.now(Kind.STOCK_RESERVED, "o"), Instant.EPOCH);

    assertThat(Relay.batches(List.of(toQueue, toTopic))).hasSize(2);
  }

  @Test
  void what_was_sent_is_deleted_and_what_was_not_stays() {
    List<Letter> letters = letters(3, Kind.RESERVE_STOCK).toList();
    List<String> arrived = List.of(letters.get(0).id(), letters.get(2).id());
    try (Relay relay = new Relay(outbox, batch -> batch.stream().filter(letter -> arrived.contains(letter.id())).toList())) {
      relay.start();
      relay.offer(letters);

      await().untilAsserted(() -> assertThat(dynamo.deleted).containsExactlyInAnyOrderElementsOf(arrived));
    }
  }

  @Test
  void a_failure_to_send_stops_nothing() {
    List<Letter> lost = letters(1, Kind.ORDER_CONFIRMED).toList();
    List<Letter> later = letters(1, Kind.RESERVE_STOCK).toList();
    try (Relay relay = new Relay(outbox, batch -> {
      if (batch.equals(lost)) {
        throw new IllegalStateException("the topic is away");
      }
      return batch;
    })) {
      relay.start();
      relay.offer(lost);
      relay.offer(later);

      await().until(() -> dynamo.deleted.contains(later.getFirst().id()));
      assertThat(dynamo.deleted).doesNotContain(lost.getFirst().id());
    }
  }

  private static Stream<Letter> letters(int count, Kind kind) {
    return IntStream.range(0, count).mapToObj(i -> Letter.of(ServiceName.ORDERS, Outgoing.now(kind, "o-" + i), Instant.EPOCH));
  }
}
