package dev.tradewind.simulator.world;

import dev.tradewind.shipping.carrier.Carrier;
import dev.tradewind.simulator.world.Effects.Kind;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The way of one instance to the carrier. */
final class SimulatedCarrier implements Carrier {

  private final CarrierBook book;
  private final Effects effects;

  SimulatedCarrier(CarrierBook book, Effects effects) {
    this.book = book;
    this.effects = effects;
  }

  @Override
  public Uni<Shipment> book(String key, Booking booking) {
    return call("booking", key, () -> book.book(key, booking));
  }

  @Override
  public Uni<Shipment> cancel(String key) {
    return call("cancelling", key, () -> book.cancel(key));
  }

  @Override
  public Uni<Shipment> handOver(String key) {
    return call("handing over", key, () -> book.handOver(key));
  }

  @Override
  public Uni<Shipment> deliver(String key) {
    return call("delivering", key, () -> book.deliver(key));
  }

  private Uni<Shipment> call(String what, String key, Supplier<Shipment> action) {
    return effects.perform(Kind.CALL_CARRIER, new Words.Call(what, key), action);
  }
}
