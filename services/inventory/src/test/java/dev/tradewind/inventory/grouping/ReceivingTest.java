package dev.tradewind.inventory.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.inventory.StockReceived;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Message;
import dev.tradewind.inventory.domain.Receipt;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A receipt comes by a request, which nobody delivers again: what it must tell is told all the same. */
class ReceivingTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Receipt RECEIPT = Receipt.of("key", "TEA", "eu-1", 10, NOW);

  private final Simulation simulation = new Simulation(1);
  private final SimulatedStore store = new SimulatedStore(simulation, 0);
  private final List<Message> sent = new ArrayList<>();
  private final List<Commit<?>> logged = new ArrayList<>();

  @Test
  void it_is_told_and_logged_as_a_commit_of_its_own_stream() {
    assertThat(run(receiving(this::log).receive(RECEIPT))).contains(RECEIPT);

    assertThat(logged).singleElement().satisfies(commit -> {
      assertThat(commit.id()).isEqualTo(RECEIPT.key() + "/1");
      assertThat(commit.at()).isEqualTo(NOW);
      assertThat(commit.messagesFrom("inventory")).isEqualTo(List.of(sent.getLast()));
    });
    assertThat(sent.getLast().data()).isEqualTo(new StockReceived(RECEIPT.id(), "TEA", "eu-1", 10));
  }

  @Test
  void its_deadline_is_armed_first_and_finds_what_the_request_left_untold() {
    var failure = new IllegalStateException("the log is away");
    assertThatThrownBy(() -> run(receiving((service, commit) -> Uni.createFrom().failure(failure)).receive(RECEIPT))).hasCause(failure);
    assertThat(logged).isEmpty();
    assertThat(sent.getFirst().notBefore()).contains(NOW.plus(Duration.ofMinutes(5)));

    run(receiving(this::log).lookAgain(((Deadline) sent.getFirst().data()).streamId()));

    assertThat(logged).extracting(Commit::id).containsExactly(RECEIPT.key() + "/1");
    assertThat(sent.getLast().data()).isInstanceOf(StockReceived.class);
  }

  @Test
  void a_deadline_whose_receipt_was_never_written_tells_nothing() {
    run(receiving(this::log).lookAgain(RECEIPT.commit().stream()));

    assertThat(logged).isEmpty();
    assertThat(sent).isEmpty();
  }

  @Test
  void a_repeat_tells_what_stands_from_before() {
    run(receiving(this::log).receive(RECEIPT));
    var later = Receipt.of("key", "TEA", "eu-1", 11, NOW.plusSeconds(60));

    assertThat(run(receiving(this::log).receive(later))).contains(RECEIPT);

    assertThat(logged).hasSize(2).allMatch(RECEIPT.commit()::equals);
    assertThat(later.reportsTheSameAs(RECEIPT)).isFalse();
    assertThat(Receipt.of("key", "TEA", "eu-1", 10, NOW.plusSeconds(60)).reportsTheSameAs(RECEIPT)).isTrue();
  }

  private Receiving receiving(EventLog log) {
    var stock = new GroupedStock(store, 25, 100, InstantSource.fixed(NOW), StockObserver.NONE, World.HERE);
    return new Receiving(store, stock, new Telling(log, this::dispatch), sku -> 1, InstantSource.fixed(NOW), StockObserver.NONE);
  }

  private Uni<Void> log(String service, Commit<?> commit) {
    return Uni.createFrom().voidItem().invoke(() -> logged.add(commit));
  }

  private Uni<Void> dispatch(List<Message> messages) {
    return Uni.createFrom().voidItem().invoke(() -> sent.addAll(messages));
  }

  private <T> Optional<T> run(Uni<T> work) {
    var done = work.subscribeAsCompletionStage();
    simulation.run();
    return Optional.ofNullable(done.getNow(null));
  }
}
