package dev.tradewind.simulator.world;

import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Journal;
import dev.tradewind.inventory.grouping.Jitter;
import dev.tradewind.inventory.grouping.Pause;
import dev.tradewind.inventory.grouping.StockStore;
import dev.tradewind.payments.psp.Psp;
import dev.tradewind.queries.serving.Views;
import dev.tradewind.shipping.carrier.Carrier;
import java.time.InstantSource;
import java.util.Optional;

/**
 * All that a process stands on. Every effect through them happens at a simulated time and may go wrong.
 *
 * @param release which version of the software this is, 1 for the first
 * @param shown where orders are shown to customers; empty in a world without that
 */
public record Ports(
    int release, InstantSource clock, Journal<?> events, EventLog log, Dispatcher dispatcher, StockStore stock, Optional<Views> shown, Psp psp, Carrier carrier,
    Pause pause, Jitter jitter) {

  /** The service's own journal. */
  @SuppressWarnings("unchecked")
  public <E> Journal<E> journal() {
    return (Journal<E>) events;
  }

  /** Where orders are shown to customers. */
  public Views views() {
    return shown.orElseThrow(() -> new IllegalStateException("nobody is shown anything in this world"));
  }

  public Ports with(Journal<?> other) {
    return new Ports(release, clock, other, log, dispatcher, stock, shown, psp, carrier, pause, jitter);
  }

  public Ports with(EventLog other) {
    return new Ports(release, clock, events, other, dispatcher, stock, shown, psp, carrier, pause, jitter);
  }

  public Ports with(Dispatcher other) {
    return new Ports(release, clock, events, log, other, stock, shown, psp, carrier, pause, jitter);
  }

  public Ports with(StockStore other) {
    return new Ports(release, clock, events, log, dispatcher, other, shown, psp, carrier, pause, jitter);
  }

  public Ports with(Views other) {
    return new Ports(release, clock, events, log, dispatcher, stock, Optional.of(other), psp, carrier, pause, jitter);
  }

  public Ports with(Psp other) {
    return new Ports(release, clock, events, log, dispatcher, stock, shown, other, carrier, pause, jitter);
  }

  public Ports with(Carrier other) {
    return new Ports(release, clock, events, log, dispatcher, stock, shown, psp, other, pause, jitter);
  }
}
