package dev.tradewind.checker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is known after a run, read back from where it is kept, when nothing is on its way any more.
 *
 * @param requests what clients sent and what they heard, every attempt by itself
 * @param streams the journals of all services; a service that keeps no journal may show its records as streams
 * @param ledger what the payment provider did, oldest first
 * @param parcels what the carrier has, the last status of each
 * @param receipts units that were delivered to the warehouses, by SKU, as whoever delivered them counted
 * @param counters what the stock counters show
 * @param tokens what each order asked of the stock
 * @param sendings what was put into each queue, and what became of it
 * @param log what the central log holds; empty when there was none
 * @param archive what was kept of the log for ever; empty when nobody kept it
 * @param views what clients are shown of orders; empty when nobody shows them
 */
public record Evidence(
    List<Request> requests,
    List<Stream> streams,
    List<LedgerEntry> ledger,
    List<Parcel> parcels,
    Map<String, Long> receipts,
    List<Counter> counters,
    List<Token> tokens,
    List<Sending> sendings,
    Optional<List<Logged>> log,
    Optional<List<Logged>> archive,
    Optional<Views> views) {

  public Evidence {
    requests = List.copyOf(requests);
    streams = List.copyOf(streams);
    ledger = List.copyOf(ledger);
    parcels = List.copyOf(parcels);
    receipts = Map.copyOf(receipts);
    counters = List.copyOf(counters);
    tokens = List.copyOf(tokens);
    sendings = List.copyOf(sendings);
    log = log.map(List::copyOf);
    archive = archive.map(List::copyOf);
  }
}
