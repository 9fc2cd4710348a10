package dev.tradewind.archive.api;

import dev.tradewind.log.LogProgress;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How far the archive is, to be looked at. */
@Path("/v1/archive/status")
final class StatusResource {

  private final LogProgress progress;

  StatusResource(LogProgress progress) {
    this.progress = progress;
  }

  /** The shards that this instance reads; others may read others. */
  @GET
  public StatusView status() {
    return new StatusView(progress.shards().stream().map(StatusView.Shard::of).toList());
  }
}
