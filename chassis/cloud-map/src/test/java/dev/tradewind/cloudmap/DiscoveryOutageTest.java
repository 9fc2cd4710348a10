package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.entry;
import static dev.tradewind.cloudmap.Entries.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registry fails, keeps silent, or says that nobody is there. */
class DiscoveryOutageTest {

  private static final ServiceName ORDERS = new ServiceName("tradewind", "orders");
  private static final Duration REFRESH = DiscoverySettings.DEFAULTS.refreshPeriod();
  private static final Duration TIMEOUT = DiscoverySettings.DEFAULTS.timeout();

  private final VirtualTime time = new VirtualTime();
  private final FakeDirectory directory = new FakeDirectory();
  private final List<String> heard = new ArrayList<>();
  private final Discovery discovery =
      new Discovery(directory, ORDERS, DiscoverySettings.DEFAULTS, new HearingObserver(heard), time, time.scheduler());

  /** What a caller is given without waiting. */
  private List<String> known() {
    return ids(ask(discovery).assertCompleted().getItem());
  }

  private static UniAssertSubscriber<List<Instance>> ask(Discovery discovery) {
    return discovery.instances().subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  @Test
  void a_caller_that_knows_nothing_waits_no_longer_than_the_timeout() {
    directory.hangs();
    var caller = ask(discovery);
    time.pass(TIMEOUT.minusMillis(1));
    caller.assertNotTerminated();
    time.pass(Duration.ofMillis(1));
    caller.assertFailedWith(UnknownServiceException.class, "No instance of orders.tradewind is known");
  }

  @Test
  void a_registry_that_fails_before_it_ever_answered_is_asked_once_in_a_timeout() {
    directory.fails("throttled");
    ask(discovery).assertFailedWith(UnknownServiceException.class, "throttled");
    ask(discovery).assertFailedWith(UnknownServiceException.class, "throttled");
    assertThat(directory.calls()).isEqualTo(1);
    time.pass(TIMEOUT);
    directory.works();
    directory.holds(entry(1));
    assertThat(known()).containsExactly("i1");
  }

  @Test
  void a_registry_that_throws_is_one_that_fails() {
    Directory thrower = new ThrowingDirectory();
    var caller = ask(new Discovery(thrower, ORDERS, DiscoverySettings.DEFAULTS, DiscoveryObserver.NONE, time, time.scheduler()));
    caller.assertFailedWith(UnknownServiceException.class, "No instance of orders.tradewind is known");
  }

  @Test
  void while_the_registry_fails_the_last_known_are_called_for_as_long_as_it_takes() {
    directory.holds(entry(1), entry(2));
    known();
    directory.fails("throttled");
    for (int minute = 0; minute < 120; minute++) {
      time.pass(Duration.ofMinutes(1));
      assertThat(known()).hasSize(2);
    }
    directory.works();
    directory.holds(entry(3));
    time.pass(REFRESH);
    known();
    assertThat(known()).containsExactly("i3");
  }

  @Test
  void while_the_registry_is_slow_callers_wait_only_when_nobody_asked_for_long() {
    directory.holds(entry(1));
    known();
    directory.hangs();
    time.pass(DiscoverySettings.DEFAULTS.silentAfter());
    var first = ask(discovery);
    var second = ask(discovery);
    first.assertNotTerminated();
    second.assertNotTerminated();
    time.pass(TIMEOUT);
    assertThat(ids(first.getItem())).containsExactly("i1");
    assertThat(ids(second.getItem())).containsExactly("i1");
    assertThat(known()).containsExactly("i1");
    time.pass(REFRESH);
    assertThat(known()).containsExactly("i1");
  }

  @Test
  void failures_are_counted_and_an_outage_is_told_once() {
    directory.holds(entry(1));
    known();
    directory.fails("away");
    var lines = LogLines.of("tradewind.cloud-map", () -> {
      for (int asked = 0; asked < 3; asked++) {
        time.pass(REFRESH);
        known();
      }
      directory.works();
      time.pass(REFRESH);
      known();
    });
    assertThat(heard).containsExactly("found 1", "failed away", "failed away", "failed away", "found 1");
    assertThat(lines).hasSize(2).element(0).asString().contains("registry-unreachable", "service=orders.tradewind", "known=1", "away");
    assertThat(lines).element(1).asString().contains("registry-reachable", "after=PT15S");
  }

  @Test
  void an_empty_answer_is_not_believed_at_once() {
    directory.holds(entry(1));
    known();
    directory.holds();
    for (int asked = 0; asked < 11; asked++) {
      time.pass(REFRESH);
      assertThat(known()).containsExactly("i1");
    }
    assertThat(heard).contains("doubted");
    time.pass(REFRESH.multipliedBy(2));
    known();
    assertThat(known()).isEmpty();
  }
}
