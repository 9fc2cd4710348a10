package dev.tradewind.cloudmap;

import static dev.tradewind.cloudmap.Entries.beating;
import static dev.tradewind.cloudmap.Entries.entry;
import static dev.tradewind.cloudmap.Entries.ids;
import static dev.tradewind.cloudmap.Entries.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final ServiceName ORDERS = new ServiceName("tradewind", "orders");
  private static final Duration REFRESH = DiscoverySettings.DEFAULTS.refreshPeriod();

  private final VirtualTime time = new VirtualTime();
  private final FakeDirectory directory = new FakeDirectory();
  private final List<String> heard = new ArrayList<>();
  private final Discovery discovery = discovery(DiscoverySettings.DEFAULTS);

  private Discovery discovery(DiscoverySettings settings) {
    return new Discovery(directory, ORDERS, settings, new HearingObserver(heard), time, time.scheduler());
  }

  /** What a caller is given without waiting. */
  private List<String> known() {
    return ids(ask(discovery).assertCompleted().getItem());
  }

  private static UniAssertSubscriber<List<Instance>> ask(Discovery discovery) {
    return discovery.instances().subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  @Test
  void what_the_registry_holds_is_found() {
    directory.holds(entry(1), entry(2));
    assertThat(known()).containsExactlyInAnyOrder("i1", "i2");
    assertThat(heard).containsExactly("found 2");
  }

  @Test
  void it_is_asked_once_in_a_refresh_period_at_most() {
    directory.holds(entry(1));
    known();
    time.pass(REFRESH.minusMillis(1));
    known();
    assertThat(directory.calls()).isEqualTo(1);
    time.pass(Duration.ofMillis(1));
    known();
    assertThat(directory.calls()).isEqualTo(2);
  }

  @Test
  void nobody_asks_when_nobody_needs_to_know() {
    directory.holds(entry(1));
    known();
    time.pass(Duration.ofHours(1));
    assertThat(directory.calls()).isEqualTo(1);
  }

  @Test
  void callers_do_not_wait_for_the_refresh() {
    directory.holds(entry(1));
    known();
    directory.holds(entry(2));
    var gate = directory.hangs();
    time.pass(REFRESH);
    assertThat(known()).containsExactly("i1");
    assertThat(known()).containsExactly("i1");
    gate.complete(null);
    assertThat(known()).containsExactly("i2");
    assertThat(directory.discovers).hasValue(2);
  }

  @Test
  void callers_that_know_nothing_wait_for_the_same_answer() {
    directory.holds(entry(1));
    var gate = directory.hangs();
    var first = ask(discovery);
    var second = ask(discovery);
    first.assertNotTerminated();
    gate.complete(null);
    assertThat(ids(first.getItem())).containsExactly("i1");
    assertThat(ids(second.getItem())).containsExactly("i1");
    assertThat(directory.calls()).isEqualTo(1);
  }

  @Test
  void who_stops_waiting_does_not_take_the_answer_from_the_others() {
    directory.holds(entry(1));
    var gate = directory.hangs();
    var first = ask(discovery);
    var second = ask(discovery);
    first.cancel();
    gate.complete(null);
    assertThat(ids(second.getItem())).containsExactly("i1");
  }

  @Test
  void after_a_quiet_time_a_caller_gets_what_is_true_now() {
    directory.holds(entry(1));
    known();
    directory.holds(entry(2));
    time.pass(Duration.ofHours(8));
    assertThat(known()).containsExactly("i2");
  }

  @Test
  void an_unreadable_instance_costs_the_others_nothing_and_is_told_once() {
    directory.holds(entry(1), new Entry("broken", Map.of(Attributes.IPV4, "10.0.0.2")));
    var lines = LogLines.of("tradewind.cloud-map", () -> {
      assertThat(known()).containsExactly("i1");
      time.pass(REFRESH);
      known();
    });
    assertThat(lines).singleElement().asString().contains("instance-unreadable", "instance=broken", "attribute AWS_INSTANCE_PORT is missing");
    assertThat(heard).containsExactly("unreadable broken", "found 1", "found 1");
  }

  @Test
  void an_instance_that_nobody_reached_is_avoided_for_a_while() {
    directory.holds(entry(1), entry(2));
    var broken = discovery.instances().await().indefinitely().getFirst();
    discovery.unreachable(broken);
    assertThat(known()).hasSize(1).doesNotContain(broken.id());
    time.pass(DiscoverySettings.DEFAULTS.avoidFor());
    assertThat(known()).hasSize(2);
    assertThat(heard).contains("avoided " + broken.id());
  }

  @Test
  void our_zone_is_preferred_until_it_fails() {
    directory.holds(in("a", 1), in("b", 2), in("a", 3));
    var inA = discovery(DiscoverySettings.DEFAULTS.in("a"));
    var near = inA.instances().await().indefinitely();
    assertThat(ids(near)).containsExactlyInAnyOrder("i1", "i3");
    inA.unreachable(near.getFirst());
    assertThat(inA.instances().await().indefinitely()).hasSize(2).anyMatch(instance -> instance.id().equals("i2"));
  }

  @Test
  void a_killed_instance_is_told_once_and_called_no_more() {
    var killed = beating(2, time.instant());
    var lines = LogLines.of("tradewind.cloud-map", () -> {
      for (int asked = 0; asked < 10; asked++) {
        directory.holds(beating(1, time.instant()), killed);
        known();
        time.pass(REFRESH);
      }
    });
    assertThat(known()).containsExactly("i1");
    assertThat(lines).singleElement().asString().contains("instance-silent", "instance=i2");
    assertThat(heard).containsOnlyOnce("silent i2");
  }
}
