package dev.tradewind.shipping.messaging;

import dev.tradewind.core.Call;
import dev.tradewind.core.Edge;
import dev.tradewind.shipping.domain.CarrierCall;
import dev.tradewind.shipping.domain.CarrierCall.Book;
import dev.tradewind.shipping.domain.CarrierCall.Cancel;
import dev.tradewind.shipping.domain.CarrierCall.Deliver;
import dev.tradewind.shipping.domain.CarrierCall.HandOver;
import dev.tradewind.shipping.domain.ShipmentCommand;
import dev.tradewind.shipping.domain.ShipmentCommand.Booked;
import dev.tradewind.shipping.domain.ShipmentCommand.Brought;
import dev.tradewind.shipping.domain.ShipmentCommand.Gone;
import dev.tradewind.shipping.domain.ShipmentCommand.HandedOver;
import dev.tradewind.shipping.domain.ShipmentCommand.NotBooked;
import dev.tradewind.shipping.domain.ShipmentCommand.TooLate;
import io.smallrye.mutiny.Uni;

/** A carrier in memory for one order: keeps where the parcel is, and minds what real carriers refuse. */
final class BookkeepingCarrier implements Edge<ShipmentCommand> {

  /** Where the parcel is. */
  enum Parcel {
    UNKNOWN,
    BOOKED,
    REFUSED,
    CANCELLED,
    DISPATCHED,
    DELIVERED
  }

  private Parcel parcel = Parcel.UNKNOWN;
  private int handovers;
  private int requests;

  @Override
  public Uni<ShipmentCommand> perform(Call call, boolean perhapsDone) {
    return Uni.createFrom().item((CarrierCall) call).invoke(() -> requests++).map(made -> switch (made) {
      case Book book -> book(book);
      case Cancel cancel -> cancel(cancel.orderId());
      case HandOver handOver -> handOver(handOver.orderId());
      case Deliver deliver -> deliver(deliver.orderId());
    });
  }

  Parcel parcel() {
    return parcel;
  }

  /** How often it was asked anything. */
  int requests() {
    return requests;
  }

  /** How often a parcel was really taken. */
  int handovers() {
    return handovers;
  }

  @Override
  public String toString() {
    return parcel + " " + handovers;
  }

  private ShipmentCommand book(Book book) {
    if (parcel == Parcel.UNKNOWN) {
      parcel = book.shipTo().country().equals("XX") ? Parcel.REFUSED : Parcel.BOOKED;
    }
    return switch (parcel) {
      case REFUSED -> new NotBooked(book.orderId(), "shipment-refused");
      case CANCELLED -> new NotBooked(book.orderId(), "cancelled");
      case UNKNOWN, BOOKED, DISPATCHED, DELIVERED -> new Booked(book.orderId(), "TW1");
    };
  }

  private ShipmentCommand cancel(String orderId) {
    if (parcel == Parcel.DISPATCHED || parcel == Parcel.DELIVERED) {
      return new TooLate(orderId);
    }
    parcel = Parcel.CANCELLED;
    return new Gone(orderId);
  }

  private ShipmentCommand handOver(String orderId) {
    if (parcel == Parcel.CANCELLED) {
      return new Gone(orderId);
    }
    if (parcel == Parcel.BOOKED) {
      parcel = Parcel.DISPATCHED;
      handovers++;
    }
    expect(parcel == Parcel.DISPATCHED || parcel == Parcel.DELIVERED, "to take a parcel that is " + parcel);
    return new HandedOver(orderId);
  }

  private ShipmentCommand deliver(String orderId) {
    expect(parcel == Parcel.DISPATCHED || parcel == Parcel.DELIVERED, "to deliver a parcel that is " + parcel);
    parcel = Parcel.DELIVERED;
    return new Brought(orderId);
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError("the carrier was asked " + otherwise);
    }
  }
}
