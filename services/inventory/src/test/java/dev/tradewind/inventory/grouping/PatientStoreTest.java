package dev.tradewind.inventory.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Cause;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.PatientStore.Backoff;
import dev.tradewind.inventory.grouping.WriteOutcome.Refused;
import dev.tradewind.inventory.grouping.WriteOutcome.Written;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientStoreTest {

  private static final WriteOutcome BUSY = new Refused(Map.of(), Set.of(), true);
  private static final StockWrite WRITE = StockWrite.of(Token.tombstone("o-1", new Cause("c", "", "o-1", ""), Instant.EPOCH));

  private final Deque<WriteOutcome> outcomes = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final PatientStore store = new PatientStore(new Scripted(), new Backoff(5, Duration.ofMillis(10), Duration.ofMillis(50)),
      time -> {
        pauses.add(time);
        return Uni.createFrom().voidItem();
      }, most -> most, StockObserver.NONE);

  @Test
  void a_write_that_met_another_is_tried_again_after_pauses_whose_bound_doubles_up_to_the_longest() {
    outcomes.addAll(List.of(BUSY, BUSY, BUSY, BUSY, new Written()));

    assertThat(write()).isEqualTo(new Written());
    assertThat(pauses).containsExactly(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofMillis(50));
  }

  @Test
  void it_gives_up_after_its_attempts() {
    outcomes.addAll(List.of(BUSY, BUSY, BUSY, BUSY, BUSY, new Written()));

    assertThatThrownBy(this::write).isInstanceOf(ContendedStock.class).hasMessage("order/o-1 met other writes in 5 attempts; deliver the message again");
  }

  @Test
  void a_refusal_with_something_to_learn_from_is_passed_on_at_once() {
    var refused = new Refused(Map.of(), Set.of(new CounterKey("TEA", "eu-1", 0)), true);
    outcomes.addAll(List.of(refused));

    assertThat(write()).isEqualTo(refused);
    assertThat(pauses).isEmpty();
  }

  private WriteOutcome write() {
    return store.write(WRITE).await().atMost(Duration.ofSeconds(5));
  }

  private final class Scripted implements StockStore {

    @Override
    public Uni<Optional<Item>> item(String key) {
      return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Map<String, Directory>> directories(Collection<String> skus) {
      return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> counters) {
      return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<WriteOutcome> write(StockWrite write) {
      return Uni.createFrom().item(outcomes.removeFirst());
    }
  }
}
