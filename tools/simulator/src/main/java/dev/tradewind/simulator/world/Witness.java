package dev.tradewind.simulator.world;

import dev.tradewind.checker.Counter;
import dev.tradewind.checker.Evidence;
import dev.tradewind.checker.LedgerEntry;
import dev.tradewind.checker.Logged;
import dev.tradewind.checker.Parcel;
import dev.tradewind.checker.Request;
import dev.tradewind.checker.Sending;
import dev.tradewind.checker.Stream;
import dev.tradewind.checker.Token;
import dev.tradewind.checker.Views;
import dev.tradewind.core.Commit;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Token.State;
import dev.tradewind.simulator.services.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads back everything there is, in the checker's words. What did not change since the last reading is not read again. */
public final class Witness {

  private final Map<String, Table> tables;
  private final Optional<LogBook> log;
  private final Shelves shelves;
  private final Provider provider;
  private final CarrierBook carrier;
  private final Routes routes;
  private final Optional<Readers> readers;

  private long readAt = -1;
  private List<Stream> streams = List.of();
  private Optional<List<Logged>> logged = Optional.empty();
  private Optional<List<Logged>> archived = Optional.empty();
  private Optional<Views> views = Optional.empty();
  private List<Counter> counters = List.of();
  private List<Token> tokens = List.of();
  private List<LedgerEntry> ledger = List.of();
  private List<Parcel> parcels = List.of();

  /** @param log empty when there is none */
  public Witness(Map<String, Table> tables, Optional<LogBook> log, Shelves shelves, Provider provider, CarrierBook carrier, Routes routes) {
    this(tables, log, shelves, provider, carrier, routes, Optional.empty());
  }

  Witness(
      Map<String, Table> tables, Optional<LogBook> log, Shelves shelves, Provider provider, CarrierBook carrier, Routes routes, Optional<Readers> readers) {
    this.tables = tables;
    this.log = log;
    this.shelves = shelves;
    this.provider = provider;
    this.carrier = carrier;
    this.routes = routes;
    this.readers = readers;
  }

  /** @param sendings what was put into queues, and what became of it */
  public Evidence evidence(List<Request> requests, Map<String, Long> receipts, List<Sending> sendings) {
    if (readAt != changes()) {
      read();
      readAt = changes();
    }
    return new Evidence(requests, streams, ledger, parcels, receipts, counters, tokens, sendings, logged, archived, views);
  }

  private long changes() {
    return log.map(LogBook::changes).orElse(0L) + readers.map(Readers::changes).orElse(0L) + shelves.changes() + carrier.changes() + provider.ledger().size()
        + tables.values().stream().mapToLong(Table::changes).sum();
  }

  private void read() {
    var all = new ArrayList<Stream>();
    tables.forEach((service, table) -> table.all().forEach((id, commits) ->
        all.add(new Stream(service, id.toString(), commits.stream().map(commit -> commit(service, commit)).toList()))));
    var asked = new ArrayList<Token>();
    for (var item : shelves.items().values()) {
      if (item instanceof dev.tradewind.inventory.domain.Token token) {
        all.add(stream(token));
        asked.add(token(token));
      } else if (item instanceof Receipt receipt) {
        all.add(new Stream(Inventory.NAME, receipt.key(), List.of(commit(Inventory.NAME, receipt.commit(), List.of()))));
      }
    }
    logged = log.map(LogBook::all);
    archived = readers.flatMap(Readers::archived);
    views = readers.flatMap(each -> each.shown(archived.or(() -> logged).orElseGet(List::of)));
    streams = List.copyOf(all);
    tokens = List.copyOf(asked);
    counters = shelves.counters().entrySet().stream()
        .map(entry -> new Counter(entry.getKey().toString(), entry.getKey().sku(), entry.getValue().available(), entry.getValue().received()))
        .toList();
    ledger = List.copyOf(provider.ledger());
    parcels = List.copyOf(carrier.parcels());
  }

  private Stream stream(dev.tradewind.inventory.domain.Token token) {
    var commits = new ArrayList<Stream.Commit>(token.changes().size());
    for (var change : token.changes()) {
      commits.add(commit(Inventory.NAME, token.commit(commits.size() + 1), List.of(change.state().name())));
    }
    return new Stream(Inventory.NAME, "stock/" + token.orderId(), commits);
  }

  private Stream.Commit commit(String service, Commit<Object> commit) {
    var events = new ArrayList<String>(commit.events().size());
    for (var event : commit.events()) {
      events.add(event.getClass().getSimpleName());
    }
    return commit(service, commit, events);
  }

  /** Inventory keeps no journal, but each change of a token, and each receipt, is a step like any other. */
  private Stream.Commit commit(String service, Commit<Object> commit, List<String> events) {
    var messages = new ArrayList<Stream.Outgoing>(commit.messages().size());
    for (var message : commit.messagesFrom(service)) {
      messages.add(new Stream.Outgoing(message.id(), routes.names(message)));
    }
    return new Stream.Commit(commit.version(), commit.cause().id(), events, messages, commit);
  }

  private static Token token(dev.tradewind.inventory.domain.Token token) {
    var units = new java.util.HashMap<String, Long>();
    token.allocations().forEach(taken -> units.merge(taken.counter().sku(), (long) taken.quantity(), Long::sum));
    return new Token(token.orderId(), Token.State.valueOf(token.state().name()), units);
  }
}
