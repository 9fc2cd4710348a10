package dev.tradewind.insights.api;

import dev.tradewind.insights.readers.Readers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How far the readers are, to be looked at. */
@Path("/v1/insights/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

  private final Readers readers;

  StatusResource(Readers readers) {
    this.readers = readers;
  }

  @GET
  public StatusBody status() {
    return new StatusBody(readers.standings().stream().map(StatusBody.Reader::of).toList());
  }
}
