package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers at the same moment, on threads of their own. */
class DiscoveryConcurrencyTest {

  private static final int CALLERS = 1_000;

  private final VirtualTime time = new VirtualTime();
  private final FakeDirectory directory = new FakeDirectory();
  private final Discovery discovery = new Discovery(directory, new ServiceName("tradewind", "orders"), DiscoverySettings.DEFAULTS,
      DiscoveryObserver.NONE, time, time.scheduler());

  /** All ask when the last one is there; what they are given, whether it came at once or not. */
  private List<CompletableFuture<Integer>> crowd() throws Exception {
    var start = new CyclicBarrier(CALLERS);
    var answers = new ArrayList<CompletableFuture<Integer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<CompletableFuture<Integer>>>();
      for (int caller = 0; caller < CALLERS; caller++) {
        asked.add(threads.submit(() -> {
          start.await();
          return discovery.instances().map(instances -> instances.size()).subscribeAsCompletionStage();
        }));
      }
      for (var each : asked) {
        answers.add(each.get());
      }
    }
    return answers;
  }

  @RepeatedTest(5)
  void a_thousand_callers_that_know_nothing_make_one_call() throws Exception {
    directory.holds(entry(1), entry(2));
    var gate = directory.hangs();
    var answers = crowd();
    assertThat(answers).noneMatch(CompletableFuture::isDone);
    gate.complete(null);
    assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(2));
    assertThat(directory.calls()).isEqualTo(1);
  }

  @RepeatedTest(5)
  void a_thousand_callers_of_a_registry_that_answers_at_once_make_one_call() throws Exception {
    directory.holds(entry(1));
    assertThat(crowd()).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(1));
    assertThat(directory.calls()).isEqualTo(1);
  }

  @Test
  void a_thousand_callers_make_one_call_when_it_is_time_to_refresh_and_none_waits() throws Exception {
    directory.holds(entry(1));
    discovery.instances().await().indefinitely();
    directory.hangs();
    time.pass(DiscoverySettings.DEFAULTS.refreshPeriod());
    assertThat(crowd()).allMatch(CompletableFuture::isDone);
    assertThat(directory.calls()).isEqualTo(2);
  }

  @Test
  @Timeout(120)
  void a_registry_that_blocks_its_caller_blocks_nobody_who_asks_here() {
    var open = new CountDownLatch(1);
    directory.holds(entry(1));
    var blocked = new Discovery(new BlockingDirectory(directory, open), new ServiceName("tradewind", "orders"), DiscoverySettings.DEFAULTS,
        DiscoveryObserver.NONE, time, Infrastructure.getDefaultWorkerPool());
    var caller = blocked.instances().subscribeAsCompletionStage();
    open.countDown();
    assertThat(caller.handle((found, failure) -> true).join()).isTrue();
  }

  private record BlockingDirectory(Directory directory, CountDownLatch open) implements Directory {

    @Override
    public Uni<Listing> discover(ServiceName service) {
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return directory.discover(service);
    }

    @Override
    public Uni<Long> revision(ServiceName service) {
      return directory.revision(service);
    }
  }

  @Test
  void a_thousand_callers_after_a_quiet_time_wait_for_one_call() throws Exception {
    directory.holds(entry(1));
    discovery.instances().await().indefinitely();
    directory.holds(entry(1), entry(2), entry(3));
    var gate = directory.hangs();
    time.pass(DiscoverySettings.DEFAULTS.silentAfter());
    var answers = crowd();
    assertThat(answers).noneMatch(CompletableFuture::isDone);
    gate.complete(null);
    assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(3));
    assertThat(directory.calls()).isEqualTo(2);
  }
}
