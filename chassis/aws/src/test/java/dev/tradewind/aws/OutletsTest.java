package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.aws.FakeQueue.Hidden;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OutletsTest {

  private final FakeQueue queue = new FakeQueue();
  private final Outlets outlets = new Outlets(64, () -> 0, () -> {});

  @Test
  void a_reservation_is_all_that_is_free_but_no_more_than_asked_and_none_below_the_least() {
    subscribe(12);

    assertThat(outlets.reserve(13, 20)).isZero();
    assertThat(outlets.reserve(1, 10)).isEqualTo(10);
    assertThat(outlets.reserve(1, 10)).isEqualTo(2);
    assertThat(outlets.reserve(1, 10)).isZero();
  }

  @Test
  void the_demand_of_all_subscribers_counts_up_to_the_room() {
    subscribe(Long.MAX_VALUE);
    subscribe(Long.MAX_VALUE);

    assertThat(outlets.reserve(1, 100)).isEqualTo(64);
  }

  @Test
  void demand_adds_up_without_overflow() {
    var probe = subscribe(Long.MAX_VALUE);
    probe.subscription.request(Long.MAX_VALUE);

    assertThat(outlets.reserve(1, 10)).isEqualTo(10);
  }

  @Test
  void an_end_that_comes_before_the_subscription_is_told_after_it() {
    var probe = new FlowProbe();
    var outlet = new Outlet(probe, outlets);

    outlet.complete();
    assertThat(probe.completed).isFalse();
    outlet.start();

    assertThat(probe.completed).isTrue();
  }

  @Test
  void what_a_poll_brings_after_the_end_goes_back_at_once() {
    var probe = subscribe(10);
    int places = outlets.reserve(1, 10);
    outlets.close();

    outlets.fill(places, deliveries("late"));

    assertThat(probe.items).isEmpty();
    assertThat(queue.hidden).containsExactly(new Hidden("late", Duration.ZERO));
    assertThat(outlets.reserve(1, 10)).isZero();
  }

  @RepeatedTest(5)
  void whoever_fills_and_whenever_the_subscriber_leaves_every_delivery_is_handed_out_or_goes_back_and_one_at_a_time() {
    var fakes = IntStream.range(0, 400).mapToObj(i -> new FakeQueue()).toList();
    var probe = new OverlapProbe(200);
    outlets.subscribe(probe);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      fakes.forEach(fake -> threads.submit(() -> outlets.fill(0, List.of(delivery("m", fake)))));
    }

    assertThat(probe.overlaps).isZero();
    assertThat(probe.items.size() + fakes.stream().mapToInt(fake -> fake.hidden.size()).sum()).isEqualTo(400);
    assertThat(probe.items).hasSizeGreaterThanOrEqualTo(200);
  }

  private FlowProbe subscribe(long demand) {
    var probe = new FlowProbe();
    outlets.subscribe(probe);
    probe.subscription.request(demand);
    return probe;
  }

  private List<Received> deliveries(String... bodies) {
    return Arrays.stream(bodies).map(body -> delivery(body, queue)).toList();
  }

  private static Received delivery(String body, FakeQueue queue) {
    var time = new VirtualTime();
    var backoff = new Backoff(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 1);
    return new Received(FakeQueue.message(body, 1), time.instant(), queue, "work", backoff, settled -> {});
  }
}
