package dev.tradewind.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Fast and wrong is not fast. */
final class Correctness {

  private Correctness() {}

  /**
   * Waits until every order is delivered, and compares with the provider's ledger.
   *
   * @throws BenchException when an order was lost, or not charged exactly once
   */
  static void require(Rig rig, Journeys journeys, Duration patience) throws InterruptedException {
    journeys.awaitDelivered(journeys.confirmed(), patience);
    JsonNode ledger = rig.ledger();
    long captured = ledger.at("/counts/captured").asLong();
    if (captured != journeys.confirmed() || !ledger.at("/anomalies/moreThanOneCapture").isEmpty()) {
      throw new BenchException("%d orders were confirmed, and the provider captured %d times; captured more than once: %s".formatted(
          journeys.confirmed(), captured, ledger.at("/anomalies/moreThanOneCapture")));
    }
  }
}
