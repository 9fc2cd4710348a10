package dev.tradewind.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Deadline;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.testkit.ContractEvent.Fetch;
import dev.tradewind.testkit.ContractEvent.Fetched;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InMemoryBusTest {

  private final ManualClock clock = ManualClock.at(DeciderSpec.START);
  private final InMemoryBus bus = InMemoryBus.through(new JsonCodec(ContractEvent.TYPES), clock);
  private final List<String> got = new ArrayList<>();

  private final Function<Message, Uni<Void>> receive = message -> Uni.createFrom().voidItem().invoke(() -> got.add(message.id()));

  @Test
  void nothing_moves_until_a_test_says_so() {
    bus.onCommand(Fetch.class, receive);
    send("a", new Fetch("x"));
    assertThat(got).isEmpty();

    bus.deliver();
    assertThat(got).containsExactly("a");
    assertThat(bus.waiting()).isZero();
  }

  @Test
  void a_dispatch_that_nobody_subscribes_to_sends_nothing() {
    bus.dispatch(List.of(message("a", new Fetch("x"), Optional.empty())));

    assertThat(bus.sent()).isEmpty();
  }

  @Test
  void everyone_who_listens_gets_a_copy_and_nobody_else_does() {
    bus.onEvent("one", Fetched.class, receive).onEvent("two", Fetched.class, receive).onCommand(Fetch.class, message -> failed());
    send("a", new Fetched("x", Optional.empty()));

    bus.deliver();

    assertThat(got).containsExactly("a", "a");
  }

  @Test
  void what_a_message_leads_to_is_delivered_too() {
    bus.onCommand(Fetch.class, message -> bus.dispatch(List.of(message("b", new Fetched("x", Optional.empty()), Optional.empty()))));
    bus.onEvent("one", Fetched.class, receive);
    send("a", new Fetch("x"));

    bus.deliver();

    assertThat(got).containsExactly("b");
    assertThat(bus.sent(Fetched.class)).hasSize(1);
  }

  @Test
  void a_message_can_come_again_each_time() {
    bus.onCommand(Fetch.class, receive);
    send("a", new Fetch("x"));
    send("b", new Fetch("x"));

    bus.deliver(DeliveryOrder.asSentTimes(3));

    assertThat(got).containsExactlyInAnyOrder("a", "a", "a", "b", "b", "b");
  }

  @Test
  void chance_shuffles_and_repeats_and_the_same_seed_does_it_the_same_way() {
    assertThat(shuffled(7)).isEqualTo(shuffled(7)).isNotEqualTo(shuffled(8));
    assertThat(shuffled(7).stream().distinct().sorted()).hasSize(20);
    assertThat(shuffled(7)).hasSizeGreaterThan(20);
    assertThat(shuffled(7).stream().distinct().toList()).isNotEqualTo(shuffled(7).stream().distinct().sorted().toList());
  }

  @Test
  void one_whose_handling_failed_comes_again_later_and_holds_up_nothing() {
    var failures = new ArrayList<>(List.of("a"));
    bus.onCommand(Fetch.class, message -> failures.remove(message.id()) ? failed() : receive.apply(message));
    send("a", new Fetch("x"));
    send("b", new Fetch("x"));

    bus.deliver();
    assertThat(got).containsExactly("b");
    assertThat(bus.nextVisible()).contains(clock.instant().plus(InMemoryBus.VISIBILITY));

    bus.runFor(InMemoryBus.VISIBILITY);
    assertThat(got).containsExactly("b", "a");
  }

  @Test
  void one_that_fails_too_often_is_a_dead_letter() {
    bus.onCommand(Fetch.class, message -> {
      got.add(message.id());
      throw new IllegalStateException("broken");
    });
    send("a", new Fetch("x"));

    bus.runFor(Duration.ofHours(1));

    assertThat(got).hasSize(InMemoryBus.MAX_RECEIVES);
    assertThat(bus.deadLetters()).extracting(Message::id).containsExactly("a");
    assertThat(bus.waiting()).isZero();
  }

  @Test
  void one_that_cannot_be_read_is_a_dead_letter_at_once() {
    bus.onCommand(Fetch.class, message -> Uni.createFrom().failure(new UnreadableMessage("no")));
    send("a", new Fetch("x"));

    bus.deliver();

    assertThat(bus.deadLetters()).hasSize(1);
  }

  @Test
  void an_assertion_that_fails_in_a_handler_fails_the_test_and_is_not_retried() {
    bus.onCommand(Fetch.class, message -> {
      throw new AssertionError("expected otherwise");
    });
    send("a", new Fetch("x"));

    assertThatThrownBy(bus::deliver).isInstanceOf(AssertionError.class).hasMessage("expected otherwise");
  }

  @Test
  void a_deadline_comes_to_the_service_that_sent_it_when_the_clock_says_so() {
    bus.onDeadline("till", receive).onDeadline("other", message -> failed());
    deadline("a", clock.instant().plusSeconds(30));

    bus.deliver();
    assertThat(got).isEmpty();
    clock.advance(Duration.ofSeconds(30));
    bus.deliver();

    assertThat(got).containsExactly("a");
  }

  @Test
  void letting_time_pass_stops_at_every_deadline_on_the_way() {
    var times = new ArrayList<Instant>();
    bus.onDeadline("till", message -> Uni.createFrom().voidItem().invoke(() -> times.add(clock.instant())));
    var start = clock.instant();
    deadline("b", start.plusSeconds(20));
    deadline("a", start.plusSeconds(10));

    bus.runFor(Duration.ofSeconds(60));

    assertThat(times).containsExactly(start.plusSeconds(10), start.plusSeconds(20));
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(60));
  }

  @Test
  void a_deadline_further_away_than_the_transport_can_hold_comes_early() {
    bus.onDeadline("till", receive);
    deadline("a", clock.instant().plus(Duration.ofHours(2)));

    bus.runFor(InMemoryBus.LONGEST_DELAY);

    assertThat(got).containsExactly("a");
  }

  @Test
  void messages_can_be_handed_over_one_by_one() {
    bus.onCommand(Fetch.class, receive);
    send("a", new Fetch("x"));
    send("b", new Fetch("x"));

    assertThat(bus.deliverOne()).isTrue();
    assertThat(got).containsExactly("a");
    assertThat(bus.deliverOne()).isTrue();
    assertThat(bus.deliverOne()).isFalse();
  }

  @Test
  void what_cannot_be_written_is_found_where_it_is_sent() {
    record Unlisted() implements Event {}

    assertThatThrownBy(() -> send("a", new Unlisted())).isInstanceOf(IllegalArgumentException.class);
    InMemoryBus.plain(clock).dispatch(List.of(message("a", new Unlisted(), Optional.empty()))).await().indefinitely();
  }

  @Test
  void a_clock_never_goes_back() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).hasMessageStartingWith("a clock never goes back");
  }

  private List<String> shuffled(long seed) {
    var order = new ArrayList<String>();
    var shuffling = InMemoryBus.plain(clock).onCommand(Fetch.class, message -> Uni.createFrom().voidItem().invoke(() -> order.add(message.id())));
    for (int i = 10; i < 30; i++) {
      shuffling.dispatch(List.of(message("m-" + i, new Fetch("x"), Optional.empty()))).await().indefinitely();
    }
    shuffling.deliver(DeliveryOrder.shuffled(new Random(seed)));
    return order;
  }

  private void send(String id, Payload data) {
    bus.dispatch(List.of(message(id, data, Optional.empty()))).await().indefinitely();
  }

  private void deadline(String id, Instant due) {
    bus.dispatch(List.of(message(id, new Deadline("till/1"), Optional.of(due)))).await().indefinitely();
  }

  private Message message(String id, Payload data, Optional<Instant> notBefore) {
    return new Message(id, "/tradewind/till", "till/1", 1, clock.instant(), "cause", "till-1", "", notBefore, data);
  }

  private static Uni<Void> failed() {
    return Uni.createFrom().failure(new IllegalStateException("broken"));
  }
}
