package dev.tradewind.payments.psp;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tradewind.quarkus.guard.Guarded;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The provider's API. Every call goes through the one guard, and none is made again by it. A refusal fails with {@link PspRefusal}; whatever else fails leaves the
 * outcome unknown.
 */
@Path("/psp")
@RegisterRestClient(configKey = "psp")
@Guarded(Psp.GUARD)
public interface Psp {

  String GUARD = "psp";

  /** The same key and the same body get the same answer for ever. */
  String KEY = "Idempotency-Key";

  @POST
  @Path("/authorizations")
  Uni<Answer> authorize(@HeaderParam(KEY) String key, Authorization authorization);

  @POST
  @Path("/authorizations/{id}/captures")
  Uni<Answer> capture(@HeaderParam(KEY) String key, @PathParam("id") String authorizationId, Amount amount);

  @POST
  @Path("/authorizations/{id}/voids")
  Uni<Answer> release(@HeaderParam(KEY) String key, @PathParam("id") String authorizationId);

  @POST
  @Path("/captures/{id}/refunds")
  Uni<Answer> refund(@HeaderParam(KEY) String key, @PathParam("id") String captureId, Amount amount);

  /** What was done under a key; refused with {@link PspRefusal#UNKNOWN_OPERATION} when nothing was. */
  @GET
  @Path("/operations/{key}")
  Uni<Operation> operation(@PathParam("key") String key);

  /** @param amount in minor units of the currency */
  record Authorization(String reference, long amount, String currency, String method) {

    @Override
    public String toString() {
      return "Authorization[reference=%s, amount=%d, currency=%s, method=***]".formatted(reference, amount, currency);
    }
  }

  /** @param amount in minor units of the authorization's currency */
  record Amount(long amount) {}

  /**
   * What the provider did.
   *
   * @param id names what was made, if anything was
   * @param status such as {@code approved} or {@code declined}
   * @param reason why it was declined
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(Optional<String> id, String status, Optional<String> reason) {}

  /** @param answer as it was given, or would have been, to whoever asked for it */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Operation(Answer answer) {}

  @ClientExceptionMapper
  static RuntimeException refusal(Response response) {
    return PspRefusal.from(response);
  }
}
