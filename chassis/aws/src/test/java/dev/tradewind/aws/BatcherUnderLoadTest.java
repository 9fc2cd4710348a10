package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.aws.BatchCall.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

class BatcherUnderLoadTest {

  private static final int ENTRIES = 4_000;

  private final Map<Integer, Boolean> accepted = new ConcurrentHashMap<>();

  @RepeatedTest(3)
  void whatever_is_refused_or_fails_no_entry_is_lost_and_each_hears_the_truth() throws Exception {
    var batcher = new Batcher<Integer>(Batcher.Limits.MESSAGES, entry -> 1, this::unreliable, Duration.ofMillis(1), Timer.shared(), Backoff.RANDOM);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes = threads.invokeAll(IntStream.range(0, ENTRIES).<Callable<Boolean>>mapToObj(i -> () -> hears(batcher, i)).toList());

      for (int i = 0; i < ENTRIES; i++) {
        assertThat(outcomes.get(i).state()).isEqualTo(Future.State.SUCCESS);
        assertThat(outcomes.get(i).resultNow()).as("entry %d", i).isEqualTo(accepted.containsKey(i));
      }
      assertThat(accepted.size()).as("some were accepted, some not").isBetween(ENTRIES / 2, ENTRIES - 1);
    }
  }

  private static boolean hears(Batcher<Integer> batcher, int entry) throws Exception {
    try {
      batcher.add(entry).subscribeAsCompletionStage().get(30, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException refused) {
      return false;
    }
  }

  /** Answers later, on another thread; refuses every fourth entry and fails every tenth request. */
  private Uni<List<Refusal>> unreliable(List<Integer> entries) {
    return Uni.createFrom().completionStage(CompletableFuture.supplyAsync(() -> {
      var chance = new Random(entries.hashCode());
      if (chance.nextInt(10) == 0) {
        throw new IllegalStateException("the request failed");
      }
      var refusals = new ArrayList<Refusal>();
      for (int i = 0; i < entries.size(); i++) {
        if (chance.nextInt(4) == 0) {
          refusals.add(new Refusal(i, chance.nextInt(4) == 0, "Refused"));
        } else {
          assertThat(accepted.put(entries.get(i), true)).as("accepted twice").isNull();
        }
      }
      return refusals;
    }));
  }
}
