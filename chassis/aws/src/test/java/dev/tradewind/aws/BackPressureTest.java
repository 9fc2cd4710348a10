package dev.tradewind.aws;

import static dev.tradewind.aws.ConsumerFixture.OPTIONS;
import static dev.tradewind.aws.ConsumerFixture.acknowledge;
import static dev.tradewind.aws.ConsumerFixture.bodies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.aws.FakeQueue.Hidden;
import dev.tradewind.aws.FakeQueue.Poll;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackPressureTest {

  @Test
  void without_a_subscriber_or_without_demand_nothing_is_taken() {
    var fixture = new ConsumerFixture();
    fixture.subscribe(0);

    assertThat(fixture.queue.polls).isEmpty();
  }

  @Test
  void the_first_poll_asks_whether_the_queue_answers_and_does_not_wait() {
    var fixture = new ConsumerFixture();
    fixture.subscribe(64);

    assertThat(fixture.queue.polls).extracting(Poll::longest).containsExactly(Duration.ZERO);
  }

  @Test
  void with_much_demand_all_polls_are_under_way_each_for_ten() {
    var fixture = new ConsumerFixture();
    fixture.receiving(64);

    assertThat(fixture.queue.polls).extracting(Poll::most).containsExactly(10, 10);
    assertThat(fixture.queue.polls).extracting(Poll::longest).containsOnly(Duration.ofSeconds(20));
  }

  @Test
  void a_poll_asks_for_no_more_than_is_wanted() {
    var fixture = new ConsumerFixture();
    fixture.receiving(3);

    assertThat(fixture.queue.polls).extracting(Poll::most).containsExactly(3);
  }

  @Test
  void a_second_poll_waits_until_it_can_take_a_full_batch() {
    var fixture = new ConsumerFixture();
    var subscriber = fixture.receiving(19);
    assertThat(fixture.queue.polls).extracting(Poll::most).containsExactly(10);

    subscriber.request(1);

    assertThat(fixture.queue.polls).extracting(Poll::most).containsExactly(10, 10);
  }

  @Test
  void when_demand_is_used_up_polling_rests_until_there_is_more() {
    var fixture = new ConsumerFixture();
    var subscriber = fixture.receiving(2);
    fixture.queue.bring("a", "b");
    assertThat(bodies(subscriber)).containsExactly("a", "b");
    assertThat(fixture.queue.polls).isEmpty();

    subscriber.request(1);

    assertThat(fixture.queue.polls).extracting(Poll::most).containsExactly(1);
  }

  @Test
  void no_more_are_in_flight_than_allowed_however_much_is_wanted() {
    var fixture = new ConsumerFixture(OPTIONS.withMaxInFlight(3));
    var subscriber = fixture.receiving(Long.MAX_VALUE);
    fixture.queue.bring("a", "b", "c");
    assertThat(fixture.queue.polls).isEmpty();

    acknowledge(subscriber.getItems().getFirst());

    assertThat(fixture.queue.polls).extracting(Poll::most).containsExactly(1);
  }

  @Test
  void a_place_is_free_only_when_the_message_is_deleted() {
    var fixture = new ConsumerFixture(OPTIONS.withMaxInFlight(1));
    fixture.queue.slow = true;
    var subscriber = fixture.receiving(10);
    fixture.queue.bring("a");

    acknowledge(subscriber.getItems().getFirst());
    assertThat(fixture.queue.polls).isEmpty();
    fixture.queue.slowDeletes.getFirst().complete(null);

    assertThat(fixture.queue.polls).hasSize(1);
  }

  @Test
  void an_empty_poll_is_followed_by_the_next() {
    var fixture = new ConsumerFixture();
    fixture.receiving(1);
    fixture.queue.bring();

    assertThat(fixture.queue.polls).hasSize(1);
  }

  @Test
  void subscribers_share_what_comes() {
    var fixture = new ConsumerFixture();
    var one = fixture.receiving(5);
    var other = fixture.subscribe(5);
    fixture.queue.bring("a", "b", "c", "d");

    assertThat(bodies(one)).hasSize(2);
    assertThat(bodies(other)).hasSize(2).doesNotContainAnyElementsOf(bodies(one));
  }

  @Test
  void what_one_subscriber_does_not_want_the_other_gets() {
    var fixture = new ConsumerFixture();
    var modest = fixture.receiving(1);
    var greedy = fixture.subscribe(9);
    fixture.queue.bring("a");
    fixture.queue.bring("b", "c", "d");

    assertThat(bodies(modest)).hasSize(1);
    assertThat(bodies(greedy)).hasSize(3);
  }

  @Test
  void what_comes_for_a_subscriber_that_has_left_goes_back_at_once() {
    var fixture = new ConsumerFixture();
    var subscriber = fixture.receiving(5);
    subscriber.cancel();

    fixture.queue.bring("a", "b");

    assertThat(subscriber.getItems()).isEmpty();
    assertThat(fixture.queue.hidden).containsExactly(new Hidden("a", Duration.ZERO), new Hidden("b", Duration.ZERO));
    assertThat(fixture.queue.polls).as("nobody is left to poll for").isEmpty();
  }

  @Test
  void what_comes_for_a_subscriber_that_has_left_goes_to_another_that_wants_it() {
    var fixture = new ConsumerFixture();
    var leaving = fixture.receiving(5);
    var staying = fixture.subscribe(5);
    leaving.cancel();

    fixture.queue.bring("a", "b");

    assertThat(bodies(staying)).containsExactly("a", "b");
    assertThat(fixture.queue.hidden).isEmpty();
  }

  @Test
  void a_subscriber_that_leaves_while_it_is_handed_messages_gives_the_others_back() {
    var fixture = new ConsumerFixture();
    var taken = fixture.consumer.deliveries().select().first().collect().asList()
        .subscribe().withSubscriber(UniAssertSubscriber.create());
    fixture.queue.bring("a", "b", "c");

    assertThat(taken.getItem()).extracting(Delivery::body).containsExactly("a");
    assertThat(fixture.queue.hidden).extracting(Hidden::body).containsExactly("b", "c");
  }

  @Test
  void asking_for_nothing_is_an_error_of_the_subscriber() {
    var fixture = new ConsumerFixture();
    var received = new FlowProbe();
    fixture.consumer.deliveries().subscribe(received);

    received.subscription.request(0);

    assertThat(received.failure).hasValueSatisfying(failure -> assertThat(failure).isInstanceOf(IllegalArgumentException.class));
  }
}
