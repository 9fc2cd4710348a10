package dev.tradewind.shipping.domain;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Call;
import java.util.List;

/** What the carrier can be asked. The order id names the shipment there, so asking again does nothing again. */
public sealed interface CarrierCall extends Call {

  String orderId();

  /** Book this parcel. */
  record Book(String orderId, Address shipTo, List<Quantity> lines) implements CarrierCall {}

  /** Cancel the booking, or never accept it. */
  record Cancel(String orderId) implements CarrierCall {}

  /** Take the parcel. */
  record HandOver(String orderId) implements CarrierCall {}

  /** Bring the parcel. */
  record Deliver(String orderId) implements CarrierCall {}
}
