package dev.tradewind.simulator.world;

import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Journal;
import dev.tradewind.inventory.grouping.Jitter;
import dev.tradewind.inventory.grouping.Pause;
import dev.tradewind.inventory.grouping.StockStore;
import dev.tradewind.payments.psp.Psp;
import dev.tradewind.shipping.carrier.Carrier;
import java.time.InstantSource;

/**
 * All that a process stands on. Every effect through them happens at a simulated time and may go wrong.
 *
 * @param release which version of the software this is, 1 for the first
 */
public record Ports(
    int release, InstantSource clock, Journal<?> events, EventLog log, Dispatcher dispatcher, StockStore stock, Psp psp, Carrier carrier, Pause pause,
    Jitter jitter) {

  /** The service's own journal. */
  @SuppressWarnings("unchecked")
  public <E> Journal<E> journal() {
    return (Journal<E>) events;
  }

  public Ports with(Journal<?> other) {
    return new Ports(release, clock, other, log, dispatcher, stock, psp, carrier, pause, jitter);
  }

  public Ports with(EventLog other) {
    return new Ports(release, clock, events, other, dispatcher, stock, psp, carrier, pause, jitter);
  }

  public Ports with(Dispatcher other) {
    return new Ports(release, clock, events, log, other, stock, psp, carrier, pause, jitter);
  }

  public Ports with(StockStore other) {
    return new Ports(release, clock, events, log, dispatcher, other, psp, carrier, pause, jitter);
  }

  public Ports with(Psp other) {
    return new Ports(release, clock, events, log, dispatcher, stock, other, carrier, pause, jitter);
  }

  public Ports with(Carrier other) {
    return new Ports(release, clock, events, log, dispatcher, stock, psp, other, pause, jitter);
  }
}
