package dev.tradewind.shipping.carrier;

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
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Calls the carrier. Whether a call was perhaps made before makes no difference: made again, it does nothing again and is answered
 * alike.
 *
 * <p>It never tries again by itself: a failure brings the message back, and that is the one retry there is.
 */
@Singleton
public final class CarrierEdge implements Edge<ShipmentCommand> {

  /** Problems by which the carrier says that it will never take this parcel. Any other means that we made a mistake, and a person must look. */
  private static final Set<String> NEVER = Set.of("shipment-refused", "invalid-field");

  private final Carrier carrier;

  public CarrierEdge(@RestClient Carrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public Uni<ShipmentCommand> perform(Call call, boolean perhapsDone) {
    var made = (CarrierCall) call;
    var answer = switch (made) {
      case Book(var orderId, var shipTo, var lines) -> carrier.book(orderId, new Carrier.Booking(orderId, shipTo, lines));
      case Cancel(var orderId) -> carrier.cancel(orderId);
      case HandOver(var orderId) -> carrier.handOver(orderId);
      case Deliver(var orderId) -> carrier.deliver(orderId);
    };
    return answer.map(shipment -> outcome(made, shipment))
        .onFailure(CarrierRefusal.class).recoverWithUni(refusal -> refused(made, (CarrierRefusal) refusal));
  }

  private static ShipmentCommand outcome(CarrierCall call, Carrier.Shipment shipment) {
    return switch (call) {
      case Book made when is(shipment, "booked") -> new Booked(made.orderId(), shipment.trackingNumber().orElseThrow());
      case Cancel made when is(shipment, "cancelled") -> new Gone(made.orderId());
      case HandOver made when is(shipment, "dispatched") -> new HandedOver(made.orderId());
      case Deliver made when is(shipment, "delivered") -> new Brought(made.orderId());
      case CarrierCall made -> throw new IllegalStateException(
          "the carrier answered %s for %s with status '%s', which means nothing here; look up the shipment in its books"
              .formatted(made.getClass().getSimpleName(), made.orderId(), shipment.status()));
    };
  }

  private static Uni<ShipmentCommand> refused(CarrierCall call, CarrierRefusal refusal) {
    boolean cancelled = refusal.problem().equals(CarrierRefusal.CANCELLED);
    return switch (call) {
      case Book made when cancelled -> Uni.createFrom().item(new NotBooked(made.orderId(), "cancelled"));
      case Book made when NEVER.contains(refusal.problem()) -> Uni.createFrom().item(new NotBooked(made.orderId(), refusal.problem()));
      case HandOver made when cancelled -> Uni.createFrom().item(new Gone(made.orderId()));
      case Cancel made when refusal.problem().equals(CarrierRefusal.DISPATCHED) -> Uni.createFrom().item(new TooLate(made.orderId()));
      case CarrierCall made -> Uni.createFrom().failure(refusal);
    };
  }

  private static boolean is(Carrier.Shipment shipment, String status) {
    return status.equals(shipment.status());
  }
}
