package dev.tradewind.notifications.api;

import dev.tradewind.quarkus.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For operators: what became of one telling, and once more. */
@Path("/v1/deliveries/{deliveryId}")
@Produces(MediaType.APPLICATION_JSON)
final class DeliveryResource {

  private final Deliveries deliveries;

  DeliveryResource(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @GET
  public Uni<DeliveryView> show(String deliveryId) {
    return deliveries.find(deliveryId);
  }

  /** Tries now, whatever came of it so far, and answers with what came of it. */
  @POST
  @Path("/redeliver")
  public Uni<DeliveryView> redeliver(String deliveryId, @HeaderParam(IdempotencyKey.HEADER) String key) {
    return deliveries.redeliver(deliveryId, IdempotencyKey.required(key));
  }
}
