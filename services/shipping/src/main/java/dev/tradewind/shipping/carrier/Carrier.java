package dev.tradewind.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.quarkus.guard.Guarded;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The carrier's API. We name the shipment, so every call may be repeated. Every call goes through the one guard. A refusal fails with
 * {@link CarrierRefusal}; whatever else fails leaves the outcome unknown.
 */
@Path("/carrier/shipments/{key}")
@RegisterRestClient(configKey = "carrier")
@Guarded(value = Carrier.GUARD, idempotent = true)
public interface Carrier {

  String GUARD = "carrier";

  /** Books; refused with {@link CarrierRefusal#CANCELLED} when the shipment was cancelled before. */
  @PUT
  Uni<Shipment> book(@PathParam("key") String key, Booking booking);

  /** Cancels, or leaves a tombstone on which a late booking fails; refused with {@link CarrierRefusal#DISPATCHED} when it is too late. */
  @DELETE
  Uni<Shipment> cancel(@PathParam("key") String key);

  @POST
  @Path("/handover")
  Uni<Shipment> handOver(@PathParam("key") String key);

  @POST
  @Path("/delivery")
  Uni<Shipment> deliver(@PathParam("key") String key);

  /** What is to be sent, and where. */
  record Booking(String reference, Address shipTo, List<Quantity> parcels) {}

  /**
   * A shipment as the carrier sees it.
   *
   * @param status such as {@code booked} or {@code dispatched}
   * @param trackingNumber of a shipment that is booked
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Shipment(String status, Optional<String> trackingNumber) {}

  @ClientExceptionMapper
  static RuntimeException refusal(Response response) {
    return CarrierRefusal.from(response);
  }
}
