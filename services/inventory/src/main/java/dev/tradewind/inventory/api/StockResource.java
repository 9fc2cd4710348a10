package dev.tradewind.inventory.api;

import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Sku;
import dev.tradewind.inventory.grouping.ContendedStock;
import dev.tradewind.inventory.grouping.Receiving;
import dev.tradewind.inventory.grouping.StockLevels;
import dev.tradewind.quarkus.IdempotencyKey;
import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Stock over HTTP: look at it, let it arrive. Orders reserve it by messages. */
@Path("/v1/stock/{sku}")
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {

  private static final String SKU_RULE = "must begin with A-Z or 0-9 and have 1 to 64 of A-Z, 0-9, '.', '_' and '-'";

  private final StockLevels levels;
  private final Receiving receiving;
  private final InstantSource clock;

  StockResource(StockLevels levels, Receiving receiving, InstantSource clock) {
    this.levels = levels;
    this.receiving = receiving;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "getStock", summary = "How much of a product is available, was received and was taken")
  @APIResponse(responseCode = "200", description = "Stock in units")
  @APIResponse(responseCode = "404", description = "The product was never received")
  public Uni<StockView> get(@PathParam("sku") @Pattern(regexp = Sku.PATTERN, message = SKU_RULE) String sku) {
    return levels.of(sku).map(found -> StockView.of(sku, found.orElseThrow(() -> Problem.of(404, "sku-not-found",
        "No stock of %s was ever received; check the SKU, or post a receipt.".formatted(sku)))));
  }

  @POST
  @Path("/receipts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "receiveStock", summary = "Units arrived; the same Idempotency-Key counts once, for ever")
  @APIResponse(responseCode = "201", description = "The receipt stands, from now or from before")
  @APIResponse(responseCode = "422", description = "The key was used for another receipt of this product")
  public Uni<RestResponse<ReceiptView>> receive(
      @PathParam("sku") @Pattern(regexp = Sku.PATTERN, message = SKU_RULE) String sku,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      @NotNull @Valid ReceiptRequest request) {
    var asked = Receipt.of(IdempotencyKey.required(key), sku, request.warehouse(), request.quantity(), clock.instant());
    return receiving.receive(asked)
        .onFailure(ContendedStock.class).transform(busy ->
            Problem.unavailable("Too many changes at once to this product; repeat the request with the same key.", Duration.ofSeconds(1)))
        .map(stands -> {
          if (!stands.reportsTheSameAs(asked)) {
            throw Problem.of(422, "idempotency-key-reused",
                "This Idempotency-Key was used for %d units in %s; use a new key for a new receipt."
                    .formatted(stands.quantity(), stands.warehouse()));
          }
          return ResponseBuilder.create(Status.CREATED, ReceiptView.of(stands)).build();
        });
  }
}
