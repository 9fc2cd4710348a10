package dev.tradewind.chaos.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.chaos.recovery.Away.Why;
import dev.tradewind.chaos.recovery.Journey.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private static final Instant START = Instant.EPOCH;

  @Test
  void anOrderThatWaitedForAKilledServiceCountsFromItsReturn() {
    Recovery recovery = Recovery.of(List.of(order(at(0, "payments"), at(9, "shipping"))), List.of(killed("payments", 2, 6)));
    assertThat(recovery).isEqualTo(new Recovery(1, Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3), List.of(Duration.ofSeconds(3))));
  }

  @Test
  void aServiceThatWasAwayAlreadyWhenTheOrderCameCountsToo() {
    Recovery recovery = Recovery.of(List.of(order(at(3, "payments"), at(9, "shipping"))), List.of(killed("payments", 2, 6)));
    assertThat(recovery.max()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void theKeeperOfOrdersConcernsEveryOrder() {
    assertThat(Recovery.of(List.of(order(at(0, "payments"), at(9, "shipping"))), List.of(killed("orders", 2, 6))).affected()).isEqualTo(1);
  }

  @Test
  void anOrderThatWaitedForAnotherIsNotAffected() {
    assertThat(Recovery.of(List.of(order(at(0, "payments"), at(9, "shipping"))), List.of(killed("shipping", 2, 6))).affected()).isZero();
  }

  @Test
  void anOrderThatWentOnBeforeOrWhileItWasAwayIsNotAffected() {
    Recovery recovery = Recovery.of(List.of(order(at(0, "payments"), at(1, "payments"), at(5, "shipping"))), List.of(killed("payments", 2, 6)));
    assertThat(recovery.affected()).isZero();
  }

  @Test
  void whenItGoesAwayAgainTheLastReturnCounts() {
    Recovery recovery = Recovery.of(List.of(order(at(0, "payments"), at(20, "shipping"))), List.of(killed("payments", 2, 6),
        new Away("payments", Why.STOPPED, START.plusSeconds(8), START.plusSeconds(18))));
    assertThat(recovery.max()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aServiceThatWasOnlyStoppedIsNoMatterOfKills() {
    assertThat(Recovery.of(List.of(order(at(0, "payments"), at(20, "shipping"))),
        List.of(new Away("payments", Why.STOPPED, START.plusSeconds(8), START.plusSeconds(18)))).affected()).isZero();
  }

  @Test
  void everyWaitOfAnOrderCounts() {
    Recovery recovery = Recovery.of(List.of(order(at(0, "payments"), at(9, "shipping"), at(30, "shipping"))),
        List.of(killed("payments", 2, 6), killed("shipping", 12, 20)));
    assertThat(recovery.waits()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(10));
  }

  @Test
  void whenTheKeeperComesBackAfterTheOtherThatReturnCounts() {
    assertThat(Recovery.of(List.of(order(at(0, "payments"), at(20, "shipping"))), List.of(killed("payments", 2, 6), killed("orders", 4, 15))).waits())
        .containsExactly(Duration.ofSeconds(5));
  }

  @Test
  void aServiceThatIsStillAwayWhenTheOrderGoesOnWasNotWaitedFor() {
    assertThat(Recovery.of(List.of(order(at(0, "payments"), at(9, "shipping"))), List.of(killed("payments", 8, 12))).affected()).isZero();
  }

  @Test
  void anOrderThatGoesOnInTheMomentOfTheReturnWaitedForNothing() {
    assertThat(Recovery.of(List.of(order(at(0, "payments"), at(6, "shipping"))), List.of(killed("payments", 2, 6))).waits())
        .containsExactly(Duration.ZERO);
  }

  @Test
  void theOrderInWhichKillsAreToldIsNoMatter() {
    var orders = List.of(order(at(0, "payments"), at(20, "shipping")));
    Away first = killed("payments", 2, 6);
    Away second = killed("payments", 8, 12);
    assertThat(Recovery.of(orders, List.of(second, first))).isEqualTo(Recovery.of(orders, List.of(first, second)));
  }

  @Test
  void withoutOrdersOrKillsNobodyWaited() {
    assertThat(Recovery.of(List.of(), List.of(killed("payments", 2, 6))).affected()).isZero();
    assertThat(Recovery.of(List.of(order(at(0, "payments"))), List.of(killed("payments", 2, 6))).affected()).as("nothing after").isZero();
    assertThat(Recovery.of(List.of(order(at(0, "payments"), at(9, "shipping"))), List.of()).max()).isZero();
  }

  @Test
  void percentilesAreThoseOfAllWaits() {
    List<Journey> orders = new ArrayList<>();
    IntStream.rangeClosed(1, 200).forEach(i -> orders.add(order(at(0, "payments"), at(6 + i, "shipping"))));
    Recovery recovery = Recovery.of(orders, List.of(killed("payments", 2, 6)));
    assertThat(recovery.waits()).hasSize(200).isSorted();
    assertThat(List.of(recovery.p50(), recovery.p99(), recovery.max()))
        .containsExactly(Duration.ofSeconds(100), Duration.ofSeconds(198), Duration.ofSeconds(200));
  }

  @Test
  void nobodyComesBackBeforeLeaving() {
    assertThatThrownBy(() -> killed("orders", 2, 1)).hasMessageContaining("back must not be before from");
  }

  private static Journey order(Stop... stops) {
    return new Journey("o", List.of(stops));
  }

  private static Stop at(long second, String waitsFor) {
    return new Stop(START.plusSeconds(second), waitsFor, false);
  }

  private static Away killed(String service, long from, long back) {
    return new Away(service, Why.KILLED, START.plusSeconds(from), START.plusSeconds(back));
  }
}
