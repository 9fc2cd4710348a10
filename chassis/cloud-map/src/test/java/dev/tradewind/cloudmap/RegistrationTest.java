package dev.tradewind.cloudmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** With a heartbeat of 10 s, pauses of 0.5 s, 1 s, 2 s …, and a chance that makes them just as long. */
class RegistrationTest {

  private static final RegistrationSettings SETTINGS = RegistrationSettings.DEFAULTS;
  private static final Self SELF = new Self("orders-1", "10.0.0.1", 8080, Optional.empty(), Optional.empty());

  private final VirtualTime time = new VirtualTime();
  private final FakeRegistrar registrar = new FakeRegistrar();
  private final AtomicInteger beaten = new AtomicInteger();
  private final AtomicInteger missed = new AtomicInteger();
  private final Registration registration =
      new Registration(registrar, SELF, SETTINGS, new Counting(beaten, missed), time, time.scheduler(), () -> 1);

  private record Counting(AtomicInteger beats, AtomicInteger misses) implements RegistrationObserver {

    @Override
    public void beaten() {
      beats.incrementAndGet();
    }

    @Override
    public void missed(Throwable failure) {
      misses.incrementAndGet();
    }
  }

  private UniAssertSubscriber<Void> stop() {
    return registration.stop().subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  @Test
  void nothing_is_told_before_it_is_ready() {
    time.pass(Duration.ofHours(1));
    assertThat(registrar.told).isEmpty();
    assertThat(registration.isRegistered()).isFalse();
  }

  @Test
  void it_registers_at_once_and_beats() {
    registration.start();
    assertThat(registration.isRegistered()).isTrue();
    time.pass(Duration.ofSeconds(25));
    assertThat(registrar.told).containsExactly("register 00:00", "register 00:10", "register 00:20");
    assertThat(beaten).hasValue(3);
  }

  @Test
  void it_starts_once() {
    registration.start();
    registration.start();
    time.pass(SETTINGS.heartbeat());
    assertThat(registrar.told).hasSize(2);
  }

  @Test
  void it_is_tried_again_with_growing_pauses_until_it_is_registered() {
    registrar.fails(4);
    var lines = LogLines.of("tradewind.cloud-map", () -> {
      registration.start();
      assertThat(registration.isRegistered()).isFalse();
      time.pass(Duration.ofMillis(7_500));
    });
    assertThat(registrar.told).containsExactly("register 00:00", "register 00:00", "register 00:01", "register 00:03", "register 00:07");
    assertThat(registration.isRegistered()).isTrue();
    assertThat(missed).hasValue(4);
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains("instance-not-registered", "instance=orders-1", "away");
    assertThat(lines.getLast()).contains("instance-registered", "address=10.0.0.1:8080");
  }

  @Test
  void it_is_tried_again_for_as_long_as_it_takes_never_less_often_than_it_would_beat() {
    registrar.fails(1_000);
    registration.start();
    time.pass(Duration.ofHours(1));
    assertThat(registrar.told).hasSizeGreaterThan(360);
    registrar.fails(0);
    time.pass(SETTINGS.heartbeat());
    assertThat(registration.isRegistered()).isTrue();
  }

  @Test
  void a_registry_that_does_not_answer_is_told_again() {
    registrar.hangs();
    registration.start();
    time.pass(SETTINGS.timeout());
    registrar.answers();
    time.pass(SETTINGS.firstPause());
    assertThat(registration.isRegistered()).isTrue();
    assertThat(missed).hasValue(1);
  }

  @Test
  void it_stops_when_callers_have_looked_again() {
    registration.start();
    var stopped = stop();
    assertThat(registrar.told).endsWith("deregister orders-1");
    assertThat(registration.isRegistered()).isFalse();
    time.pass(SETTINGS.drain().minusMillis(1));
    stopped.assertNotTerminated();
    time.pass(Duration.ofMillis(1));
    stopped.assertCompleted();
  }

  @Test
  void who_stops_it_again_waits_for_the_same() {
    registration.start();
    var first = stop();
    var second = stop();
    second.assertNotTerminated();
    time.pass(SETTINGS.drain());
    first.assertCompleted();
    second.assertCompleted();
    assertThat(registrar.told).containsExactly("register 00:00", "deregister orders-1");
  }

  @Test
  void after_it_stopped_it_beats_no_more() {
    registration.start();
    stop();
    time.pass(Duration.ofHours(1));
    assertThat(registrar.told).containsExactly("register 00:00", "deregister orders-1");
    assertThat(time.pending()).isZero();
  }

  @Test
  void it_deregisters_after_the_heartbeat_under_way() {
    var gate = registrar.hangs();
    registration.start();
    var stopped = stop();
    assertThat(registrar.told).containsExactly("register 00:00");
    registrar.answers();
    gate.complete(null);
    assertThat(registrar.told).containsExactly("register 00:00", "deregister orders-1");
    time.pass(SETTINGS.drain());
    stopped.assertCompleted();
    assertThat(time.pending()).isZero();
  }

  @Test
  void deregistering_is_tried_again() {
    registration.start();
    registrar.fails(2);
    var stopped = stop();
    time.pass(Duration.ofMillis(1_500));
    assertThat(registrar.told).hasSize(4).endsWith("deregister orders-1", "deregister orders-1", "deregister orders-1");
    time.pass(SETTINGS.drain());
    stopped.assertCompleted();
  }

  @Test
  void a_registry_that_is_away_does_not_keep_it_from_stopping() {
    registration.start();
    registrar.hangs();
    var lines = LogLines.of("tradewind.cloud-map", () -> {
      var stopped = stop();
      time.pass(Duration.ofSeconds(20));
      stopped.assertCompleted();
    });
    assertThat(registrar.told).filteredOn(told -> told.startsWith("deregister")).hasSize(SETTINGS.farewells());
    assertThat(lines).singleElement().asString().contains("instance-not-deregistered", "attempts=5");
  }

  @Test
  void what_never_started_has_nothing_to_deregister() {
    stop().assertCompleted();
    registration.start();
    assertThat(registrar.told).isEmpty();
  }
}
