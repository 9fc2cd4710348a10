package dev.tradewind.partners.carrier;

import dev.tradewind.partners.faults.Attempts;
import dev.tradewind.partners.http.Problem;
import dev.tradewind.partners.ledger.Fingerprint;
import dev.tradewind.partners.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The carrier without its HTTP. A shipment is the latest movement of its key. */
final class Carrier {

  /**
   * @param shipment as it was booked or refused
   * @param repeat whether an earlier request did it
   */
  record Outcome(Movement shipment, boolean repeat) {}

  private final Ledger<Movement> ledger;
  private final InstantSource clock;
  private final Attempts attempts = new Attempts();
  private final Map<String, Movement> shipments = new HashMap<>();

  Carrier(Ledger<Movement> ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
    ledger.entries().forEach(this::evolve);
  }

  /** Books or refuses; a refusal is an outcome too, remembered under the key. */
  Outcome book(String key, Booking booking) {
    var fingerprint = booking.fingerprint();
    var known = find(key);
    if (known.isPresent()) {
      return new Outcome(sameBooking(known.get(), fingerprint), true);
    }
    attempts.admit(key, booking.behaviour());
    var refusal = booking.refusal();
    var tracking = refusal.isPresent() ? Optional.<String>empty() : Optional.of(trackingNumber(key));
    return new Outcome(record(new Movement(
        ledger.nextSequence(), now(), key, refusal.isPresent() ? Status.REFUSED : Status.BOOKED,
        Optional.of(booking.reference()), Optional.of(fingerprint), tracking, refusal)), false);
  }

  /** Cancels what is not under way; a booking that comes later finds the tombstone. */
  void cancel(String key) {
    var known = find(key);
    if (known.isEmpty()) {
      record(new Movement(ledger.nextSequence(), now(), key, Status.CANCELLED,
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
      return;
    }
    switch (known.get().status()) {
      case BOOKED, REFUSED -> move(known.get(), Status.CANCELLED);
      case CANCELLED -> { }
      case DISPATCHED, DELIVERED -> throw Problem.of(409, "already-dispatched", "the shipment was handed over: it can no longer be cancelled");
    }
  }

  void handOver(String key) {
    var shipment = shipment(key);
    switch (shipment.status()) {
      case BOOKED -> move(shipment, Status.DISPATCHED);
      case DISPATCHED, DELIVERED -> { }
      case CANCELLED -> throw cancelled();
      case REFUSED -> throw Problem.of(409, "shipment-refused", "the carrier refused this shipment: there is nothing to hand over");
    }
  }

  void deliver(String key) {
    var shipment = shipment(key);
    switch (shipment.status()) {
      case DISPATCHED -> move(shipment, Status.DELIVERED);
      case DELIVERED -> { }
      case CANCELLED -> throw cancelled();
      case BOOKED, REFUSED -> throw Problem.of(409, "not-dispatched", "the shipment was not handed over: hand it over first");
    }
  }

  /** The shipment of this key, as it stands. */
  Movement shipment(String key) {
    return find(key).orElseThrow(() -> Problem.of(404, "unknown-shipment", "there is no shipment with this key"));
  }

  /** The shipments of an order, as they stand, in the order they were booked. */
  List<Movement> shipmentsOf(String reference) {
    return ledger.about(reference).stream().map(Movement::key).distinct().map(shipments::get).toList();
  }

  private Optional<Movement> find(String key) {
    return Optional.ofNullable(shipments.get(key));
  }

  private static Movement sameBooking(Movement known, String fingerprint) {
    if (known.status() == Status.CANCELLED) {
      throw cancelled();
    }
    if (!known.booking().equals(Optional.of(fingerprint))) {
      throw Problem.inField(422, "key-reused", "key", "was used for another shipment: choose a new key for a new shipment");
    }
    return known;
  }

  private void move(Movement shipment, Status to) {
    record(shipment.then(ledger.nextSequence(), now(), to));
  }

  private Movement record(Movement movement) {
    ledger.append(movement);
    evolve(movement);
    return movement;
  }

  private void evolve(Movement movement) {
    shipments.put(movement.key(), movement);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Problem cancelled() {
    return Problem.of(410, "shipment-cancelled", "the shipment was cancelled: book again under a new key");
  }

  private static String trackingNumber(String key) {
    return "TW" + Fingerprint.of("tracking", key).substring(0, 16).toUpperCase(Locale.ROOT);
  }
}
