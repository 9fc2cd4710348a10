package dev.tradewind.queries.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Told;
import dev.tradewind.testkit.ManualClock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Time passes only in pauses here, and events come at their time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowingTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Told order = Told.order("c-1", 0);
  private final RememberedViews views = new RememberedViews();
  private final ManualClock clock = ManualClock.at(Told.NOON);
  private final TreeMap<Instant, OrderView> coming = new TreeMap<>();
  private final Following following = new Following(views, this::pause, clock);

  private Uni<Void> pause(String orderId, Duration time) {
    return Uni.createFrom().item(() -> {
      clock.advance(time);
      coming.headMap(clock.instant(), true).values().forEach(view -> views.apply(view).await().indefinitely());
      coming.headMap(clock.instant(), true).clear();
      return null;
    });
  }

  private void comes(Duration after, OrderState state, long version) {
    coming.put(Told.NOON.plus(after), order.view(state, version));
  }

  private Optional<OrderView> await(Predicate<OrderView> enough, Duration patience) {
    return following.await(order.orderId(), found -> found.filter(enough).isPresent(), patience).await().indefinitely();
  }

  @Test
  void a_view_that_is_enough_is_given_at_the_first_look() {
    views.apply(order.view(OrderState.PLACED, 1)).await().indefinitely();

    assertThat(await(view -> view.version() >= 1, HOUR)).contains(order.view(OrderState.PLACED, 1));
    assertThat(views.looks).isEqualTo(1);
    assertThat(clock.instant()).isEqualTo(Told.NOON);
  }

  @Test
  void one_that_is_not_is_waited_for_and_given_soon_after_it_came() {
    comes(Duration.ofMillis(900), OrderState.CONFIRMED, 5);

    assertThat(await(view -> view.version() >= 5, HOUR)).contains(order.view(OrderState.CONFIRMED, 5));
    assertThat(clock.instant()).isBetween(Told.NOON.plusMillis(900), Told.NOON.plusMillis(1_300));
  }

  @Test
  void patience_ends_on_time_with_what_there_is() {
    views.apply(order.view(OrderState.PLACED, 1)).await().indefinitely();

    assertThat(await(view -> view.version() >= 5, Duration.ofSeconds(2))).contains(order.view(OrderState.PLACED, 1));
    assertThat(clock.instant()).isEqualTo(Told.NOON.plusSeconds(2));
    assertThat(views.looks).isLessThan(12);
  }

  @Test
  void without_patience_there_is_one_look() {
    assertThat(await(view -> true, Duration.ZERO)).isEmpty();
    assertThat(views.looks).isEqualTo(1);
  }

  @Test
  void a_follower_sees_the_view_as_it_is_each_change_and_then_the_end() {
    views.apply(order.view(OrderState.PLACED, 1)).await().indefinitely();
    comes(Duration.ofSeconds(1), OrderState.CONFIRMED, 5);
    comes(Duration.ofSeconds(4), OrderState.DISPATCHED, 6);
    comes(Duration.ofSeconds(5), OrderState.DELIVERED, 7);

    follow(0).assertCompleted().assertItems(
        new Beat.Changed(order.view(OrderState.PLACED, 1)), new Beat.Changed(order.view(OrderState.CONFIRMED, 5)),
        new Beat.Changed(order.view(OrderState.DISPATCHED, 6)), new Beat.Changed(order.view(OrderState.DELIVERED, 7)));
  }

  @Test
  void one_that_comes_back_is_told_only_what_it_missed() {
    views.apply(order.view(OrderState.CONFIRMED, 5)).await().indefinitely();
    comes(Duration.ofSeconds(4), OrderState.CANCELLED, 9);

    follow(5).assertCompleted().assertItems(new Beat.Changed(order.view(OrderState.CANCELLED, 9)));
  }

  @Test
  void one_that_has_seen_the_end_hears_nothing_more() {
    views.apply(order.view(OrderState.REJECTED, 3)).await().indefinitely();

    follow(3).assertCompleted().assertHasNotReceivedAnyItem();
    assertThat(views.looks).isEqualTo(1);
  }

  @Test
  void in_between_it_hears_that_the_stream_is_alive() {
    views.apply(order.view(OrderState.PLACED, 1)).await().indefinitely();
    comes(Duration.ofSeconds(40), OrderState.REJECTED, 2);

    follow(1).assertCompleted().assertItems(
        new Beat.StillHere(), new Beat.StillHere(), new Beat.Changed(order.view(OrderState.REJECTED, 2)));
  }

  @Test
  void nobody_looks_further_than_the_listener_asks() {
    LongStream.rangeClosed(1, 50).forEach(version -> comes(Duration.ofSeconds(version), OrderState.PLACED, version));
    var slow = following.follow(order.orderId(), 0).subscribe().withSubscriber(AssertSubscriber.create(2));

    slow.assertNotTerminated().assertItems(
        new Beat.Changed(order.view(OrderState.PLACED, 1)), new Beat.Changed(order.view(OrderState.PLACED, 2)));
    slow.cancel();
  }

  @Test
  void a_seat_is_taken_while_somebody_listens() {
    var seats = new Seats(1);
    var stream = seats.seated(Multi.createFrom().<Integer>nothing());
    assertThat(seats.areTaken()).isFalse();

    var listener = stream.subscribe().withSubscriber(AssertSubscriber.create(1));
    assertThat(seats.areTaken()).isTrue();
    listener.cancel();
    listener.cancel();
    assertThat(seats.taken()).isZero();
  }

  private AssertSubscriber<Beat> follow(long known) {
    return following.follow(order.orderId(), known).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
  }
}
