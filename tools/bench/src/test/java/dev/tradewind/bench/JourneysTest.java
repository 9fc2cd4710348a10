package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.bench.Milestones.Milestone;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JourneysTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Journeys journeys = new Journeys();

  @Test
  void aMilestoneHeardTwiceCountsOnce() {
    journeys.reached(Milestone.CONFIRMED, "a");
    journeys.reached(Milestone.CONFIRMED, "a");
    journeys.reached(Milestone.DELIVERED, "a");
    journeys.reached(Milestone.DELIVERED, "a");

    assertThat(journeys.confirmed()).isEqualTo(1);
    assertThat(journeys.delivered()).isEqualTo(1);
  }

  @Test
  void aConfirmationHeardBeforeAnyoneAsksIsKept() throws InterruptedException {
    Instant before = Instant.now();
    journeys.reached(Milestone.CONFIRMED, "a");

    assertThat(journeys.awaitConfirmed("a", SHORT)).isBetween(before, Instant.now());
  }

  @Test
  void whoAsksFirstWaits() {
    CompletableFuture<Instant> asked = CompletableFuture.supplyAsync(() -> confirmed("a"));
    await().until(() -> !asked.isDone());

    journeys.reached(Milestone.CONFIRMED, "a");

    await().until(asked::isDone);
    assertThat(asked).isCompleted();
  }

  @Test
  void anOrderThatIsNeverConfirmedIsNamed() {
    assertThatThrownBy(() -> journeys.awaitConfirmed("lost", SHORT)).isInstanceOf(BenchException.class).hasMessageContaining("lost");
  }

  @Test
  void missingDeliveriesAreCounted() {
    journeys.reached(Milestone.DELIVERED, "a");

    assertThatThrownBy(() -> journeys.awaitDelivered(2, SHORT)).isInstanceOf(BenchException.class).hasMessageContaining("1 of 2");
  }

  private Instant confirmed(String orderId) {
    try {
      return journeys.awaitConfirmed(orderId, LONG);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
