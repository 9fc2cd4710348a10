package dev.tradewind.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Books the carrier, and once the order is confirmed has the parcel handed over and brought. */
final class Shipping implements Handler {

  private final StateTable table;
  private final Partner carrier;
  private final Duration pause;

  /** @param pause how long after its confirmation a parcel goes, and how long it is under way */
  Shipping(StateTable table, Partner carrier, Duration pause) {
    this.table = table;
    this.carrier = carrier;
    this.pause = pause;
  }

  @Override
  public Change handle(Message message) {
    String orderId = message.orderId();
    return switch (message.kind()) {
      case ARRANGE_SHIPMENT -> arrange(message);
      case CANCEL_SHIPMENT -> {
        carrier.delete(path(orderId));
        yield Change.of(table.put(table.require(orderId).next("CANCELLED")), Outgoing.now(Kind.SHIPMENT_CANCELLED, orderId));
      }
      case ORDER_CONFIRMED -> new Change(List.of(), List.of(Outgoing.now(Kind.HAND_OVER, orderId).after(pause)));
      case HAND_OVER -> {
        carrier.post(path(orderId) + "/handover", orderId, Json.object());
        yield Change.of(table.put(table.require(orderId).next("DISPATCHED")), Outgoing.now(Kind.SHIPMENT_DISPATCHED, orderId),
            Outgoing.now(Kind.DELIVER, orderId).after(pause));
      }
      case DELIVER -> {
        carrier.post(path(orderId) + "/delivery", orderId, Json.object());
        yield Change.of(table.put(table.require(orderId).next("DELIVERED")), Outgoing.now(Kind.SHIPMENT_DELIVERED, orderId));
      }
      default -> throw new IllegalArgumentException("shipping does not take " + message.kind());
    };
  }

  private Change arrange(Message message) {
    String orderId = message.orderId();
    ObjectNode booking = Json.object().put("reference", orderId);
    booking.set("shipTo", message.data().path("shipTo"));
    booking.set("parcels", message.data().path("lines"));
    Partner.Answer answer = carrier.put(path(orderId), booking);
    if (!answer.done()) {
      ObjectNode why = Json.object().put("reason", "shipment-refused");
      return Change.of(table.put(Row.first(orderId, "REFUSED", why)), Outgoing.now(Kind.SHIPMENT_REFUSED, orderId, why));
    }
    ObjectNode data = Json.object().put("trackingNumber", answer.text("trackingNumber"));
    return Change.of(table.put(Row.first(orderId, "ARRANGED", data)), Outgoing.now(Kind.SHIPMENT_ARRANGED, orderId, data));
  }

  private static String path(String orderId) {
    return "/carrier/shipments/" + orderId;
  }
}
