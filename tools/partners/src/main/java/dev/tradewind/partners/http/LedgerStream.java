package dev.tradewind.partners.http;

import dev.tradewind.partners.ledger.Entry;
import dev.tradewind.partners.ledger.Ledger;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Writes a ledger as NDJSON, no faster than the reader reads: a long ledger never sits in memory twice. */
public final class LedgerStream {

  private final HttpServerResponse response;
  private final List<? extends Entry> entries;
  private final int end;
  private int next;

  private LedgerStream(HttpServerResponse response, List<? extends Entry> entries) {
    this.response = response;
    this.entries = entries;
    this.end = entries.size();
  }

  /** Answers with the entries there are now, all or those about {@code ?reference=}. */
  public static void write(RoutingContext ctx, Ledger<?> ledger) {
    var response = ctx.response().setChunked(true).putHeader("Content-Type", "application/x-ndjson");
    new LedgerStream(response, asked(ctx, ledger)).resume();
  }

  /** The entries a request asks for: those about {@code ?reference=}, or all. */
  public static <E extends Entry> List<E> asked(RoutingContext ctx, Ledger<E> ledger) {
    return order(ctx).map(ledger::about).orElseGet(ledger::entries);
  }

  /** The order a request asks about, if about one. */
  public static Optional<String> order(RoutingContext ctx) {
    return ctx.queryParam("reference").stream().findFirst();
  }

  private void resume() {
    while (next < end && !response.writeQueueFull()) {
      if (response.closed()) {
        return;
      }
      response.write(batch());
    }
    if (next < end) {
      response.drainHandler(drained -> resume());
    } else {
      response.end();
    }
  }

  private Buffer batch() {
    var buffer = Buffer.buffer();
    for (int stop = Math.min(end, next + 100); next < stop; next++) {
      buffer.appendBuffer(entries.get(next).shown().toBuffer()).appendString("\n");
    }
    return buffer;
  }
}
