package dev.tradewind.simulator.world;

import dev.tradewind.checker.Parcel;
import dev.tradewind.checker.Parcel.Status;
import dev.tradewind.shipping.carrier.Carrier.Booking;
import dev.tradewind.shipping.carrier.Carrier.Shipment;
import dev.tradewind.shipping.carrier.CarrierRefusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The carrier. We name the shipment; of a cancellation and a handover only one happens; a cancellation that comes first is remembered. */
public final class CarrierBook {

  static final String NOT_SERVED = "XX";

  private static final class Entry {
    private final Optional<Booking> booking;
    private Status status;

    Entry(Optional<Booking> booking, Status status) {
      this.booking = booking;
      this.status = status;
    }
  }

  private final Map<String, Entry> shipments = new LinkedHashMap<>();
  private long changes;

  /** The same, to be changed by itself. */
  public CarrierBook copy() {
    var copy = new CarrierBook();
    shipments.forEach((key, entry) -> copy.shipments.put(key, new Entry(entry.booking, entry.status)));
    copy.changes = changes;
    return copy;
  }

  public Shipment book(String key, Booking booking) {
    var entry = shipments.get(key);
    if (entry == null) {
      entry = new Entry(Optional.of(booking), booking.shipTo().country().equals(NOT_SERVED) ? Status.REFUSED : Status.BOOKED);
      shipments.put(key, entry);
      changes++;
    }
    if (entry.status == Status.CANCELLED) {
      throw new CarrierRefusal(410, "shipment-cancelled");
    }
    if (!entry.booking.equals(Optional.of(booking))) {
      throw new CarrierRefusal(422, "key-reused");
    }
    if (entry.status == Status.REFUSED) {
      throw new CarrierRefusal(422, "shipment-refused");
    }
    return new Shipment("booked", Optional.of("TW" + key));
  }

  public Shipment cancel(String key) {
    var entry = shipments.computeIfAbsent(key, unknown -> {
      changes++;
      return new Entry(Optional.empty(), Status.CANCELLED);
    });
    if (entry.status == Status.DISPATCHED || entry.status == Status.DELIVERED) {
      throw new CarrierRefusal(409, "already-dispatched");
    }
    return move(entry, Status.CANCELLED, "cancelled");
  }

  public Shipment handOver(String key) {
    var entry = entry(key);
    return switch (entry.status) {
      case BOOKED -> move(entry, Status.DISPATCHED, "dispatched");
      case DISPATCHED, DELIVERED -> new Shipment("dispatched", Optional.empty());
      case CANCELLED -> throw new CarrierRefusal(410, "shipment-cancelled");
      case REFUSED -> throw new CarrierRefusal(409, "shipment-refused");
    };
  }

  public Shipment deliver(String key) {
    var entry = entry(key);
    return switch (entry.status) {
      case DISPATCHED, DELIVERED -> move(entry, Status.DELIVERED, "delivered");
      case CANCELLED -> throw new CarrierRefusal(410, "shipment-cancelled");
      case BOOKED, REFUSED -> throw new CarrierRefusal(409, "not-dispatched");
    };
  }

  /** How often anything in it changed. */
  public long changes() {
    return changes;
  }

  /** The book; the shipment bears the order's id. */
  List<Parcel> parcels() {
    var parcels = new ArrayList<Parcel>(shipments.size());
    shipments.forEach((key, entry) -> parcels.add(new Parcel(key, entry.status)));
    return parcels;
  }

  private Entry entry(String key) {
    return Optional.ofNullable(shipments.get(key)).orElseThrow(() -> new CarrierRefusal(404, "unknown-shipment"));
  }

  private Shipment move(Entry entry, Status to, String word) {
    if (entry.status != to) {
      entry.status = to;
      changes++;
    }
    return new Shipment(word, Optional.empty());
  }
}
