package dev.tradewind.notifications.api;

import dev.tradewind.core.Commit;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientEvent;
import dev.tradewind.notifications.domain.RecipientEvent.SecretRotated;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookRegistered;
import dev.tradewind.notifications.webhook.Endpoints;
import dev.tradewind.notifications.webhook.Refused;
import dev.tradewind.quarkus.IdempotencyKey;
import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** A customer's webhooks. */
@Path("/v1/customers/{customerId}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
final class WebhookResource {

  private final Recipients recipients;
  private final Endpoints endpoints;
  private final Secrets secrets;
  private final Deliveries deliveries;

  WebhookResource(Recipients recipients, Endpoints endpoints, Secrets secrets, Deliveries deliveries) {
    this.recipients = recipients;
    this.endpoints = endpoints;
    this.secrets = secrets;
    this.deliveries = deliveries;
  }

  /** The URL is checked once: a repeat is answered from what the first request led to, wherever the name points by then. */
  @POST
  public Uni<Response> register(
      @CustomerId String customerId,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      @NotNull(message = "a body is required") @Valid RegisterWebhook request) {
    var name = "register/" + IdempotencyKey.required(key);
    var webhookId = NotificationIds.webhook(customerId, key);
    return recipients.earlier(customerId, name)
        .flatMap(earlier -> earlier.isPresent()
            ? Uni.createFrom().item(earlier)
            : endpoints.check(request.url()).onFailure(Refused.class).transform(WebhookResource::refused).flatMap(ok -> recipients.handle(
                customerId, name, new RecipientCommand.Register(webhookId, request.url(), request.types(), secrets.next()))))
        .map(commit -> registered(customerId, request, Recipients.event(commit.orElseThrow(), WebhookRegistered.class)));
  }

  @GET
  public Uni<WebhookView.All> all(@CustomerId String customerId) {
    return recipients.find(customerId).map(recipient -> new WebhookView.All(recipient.webhooks().stream().map(WebhookView::of).toList()));
  }

  @GET
  @Path("/{webhookId}")
  public Uni<WebhookView> one(@CustomerId String customerId, String webhookId) {
    return recipients.webhook(customerId, webhookId).map(WebhookView::of);
  }

  @DELETE
  @Path("/{webhookId}")
  public Uni<Response> remove(@CustomerId String customerId, String webhookId, @HeaderParam(IdempotencyKey.HEADER) String key) {
    return recipients.handle(customerId, "remove/" + webhookId + "/" + IdempotencyKey.required(key), new RecipientCommand.Remove(webhookId))
        .map(commit -> commit.map(removed -> Response.noContent().build()).orElseThrow(Recipients::noWebhook));
  }

  /** A new secret. For a day messages carry both signatures, so that the consumer can change over when it likes. */
  @POST
  @Path("/{webhookId}/secret")
  public Uni<RotatedSecret> rotate(@CustomerId String customerId, String webhookId, @HeaderParam(IdempotencyKey.HEADER) String key) {
    var rotation = new RecipientCommand.Rotate(webhookId, secrets.next());
    return recipients.handle(customerId, "rotate/" + webhookId + "/" + IdempotencyKey.required(key), rotation)
        .map(commit -> commit.map(WebhookResource::rotated).orElseThrow(Recipients::noWebhook));
  }

  /** Calls the webhook now, and answers with what came of it. */
  @POST
  @Path("/{webhookId}/test")
  public Uni<DeliveryView> test(@CustomerId String customerId, String webhookId, @HeaderParam(IdempotencyKey.HEADER) String key) {
    IdempotencyKey.required(key);
    return recipients.webhook(customerId, webhookId).flatMap(webhook -> deliveries.test(customerId, webhook.id(), key));
  }

  private static Response registered(String customerId, RegisterWebhook request, WebhookRegistered event) {
    if (!event.url().equals(request.url()) || !event.types().equals(request.types())) {
      throw Recipients.keyReused();
    }
    var location = URI.create("/v1/customers/" + customerId + "/webhooks/" + event.webhookId());
    return Response.created(location).entity(WebhookView.registered(event)).build();
  }

  private static RotatedSecret rotated(Commit<RecipientEvent> commit) {
    var event = Recipients.event(commit, SecretRotated.class);
    return new RotatedSecret(event.webhookId(), event.secret().value(), commit.at().plus(Recipient.RETIREMENT));
  }

  private static Problem refused(Throwable refusal) {
    return Problem.of(422, "url-refused", "This URL is not called: " + refusal.getMessage() + ".");
  }
}
