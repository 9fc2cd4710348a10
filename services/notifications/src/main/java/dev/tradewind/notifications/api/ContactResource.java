package dev.tradewind.notifications.api;

import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientEvent.EmailSet;
import dev.tradewind.quarkus.IdempotencyKey;
import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The address a customer is written to. */
@Path("/v1/customers/{customerId}/contact")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
final class ContactResource {

  private final Recipients recipients;

  ContactResource(Recipients recipients) {
    this.recipients = recipients;
  }

  @PUT
  public Uni<Contact> set(
      @CustomerId String customerId,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      @NotNull(message = "a body is required") @Valid Contact contact) {
    return recipients.handle(customerId, "contact/" + IdempotencyKey.required(key), new RecipientCommand.SetEmail(contact.email()))
        .map(commit -> {
          if (commit.map(made -> Recipients.event(made, EmailSet.class)).filter(set -> !set.address().equals(contact.email())).isPresent()) {
            throw Recipients.keyReused();
          }
          return contact;
        });
  }

  @GET
  public Uni<Contact> show(@CustomerId String customerId) {
    return recipients.find(customerId).map(recipient -> recipient.email().map(Contact::new).orElseThrow(ContactResource::none));
  }

  @DELETE
  public Uni<Response> remove(@CustomerId String customerId, @HeaderParam(IdempotencyKey.HEADER) String key) {
    return recipients.handle(customerId, "no-contact/" + IdempotencyKey.required(key), new RecipientCommand.RemoveEmail())
        .map(commit -> commit.map(removed -> Response.noContent().build()).orElseThrow(ContactResource::none));
  }

  private static Problem none() {
    return Problem.of(404, "contact-not-found", "The customer has no e-mail address here.");
  }
}
