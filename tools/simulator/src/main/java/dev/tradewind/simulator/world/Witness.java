package dev.tradewind.simulator.world;

import dev.tradewind.checker.Counter;
import dev.tradewind.checker.Evidence;
import dev.tradewind.checker.LedgerEntry;
import dev.tradewind.checker.Parcel;
import dev.tradewind.checker.Request;
import dev.tradewind.checker.Sending;
import dev.tradewind.checker.Stream;
import dev.tradewind.checker.Token;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.inventory.domain.Token.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads back everything there is, in the checker's words. What did not change since the last reading is not read again. */
public final class Witness {

  private final Map<String, Table> tables;
  private final Shelves shelves;
  private final Provider provider;
  private final CarrierBook carrier;
  private final Routes routes;

  private long readAt = -1;
  private List<Stream> streams = List.of();
  private List<Counter> counters = List.of();
  private List<Token> tokens = List.of();
  private List<LedgerEntry> ledger = List.of();
  private List<Parcel> parcels = List.of();

  public Witness(Map<String, Table> tables, Shelves shelves, Provider provider, CarrierBook carrier, Routes routes) {
    this.tables = tables;
    this.shelves = shelves;
    this.provider = provider;
    this.carrier = carrier;
    this.routes = routes;
  }

  /** @param sendings what was put into queues, and what became of it */
  public Evidence evidence(List<Request> requests, Map<String, Long> receipts, List<Sending> sendings) {
    if (readAt != changes()) {
      read();
      readAt = changes();
    }
    return new Evidence(requests, streams, ledger, parcels, receipts, counters, tokens, sendings);
  }

  private long changes() {
    return shelves.changes() + carrier.changes() + provider.ledger().size() + tables.values().stream().mapToLong(Table::changes).sum();
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
      }
    }
    streams = List.copyOf(all);
    tokens = List.copyOf(asked);
    counters = shelves.counters().entrySet().stream()
        .map(entry -> new Counter(entry.getKey().toString(), entry.getKey().sku(), entry.getValue().available(), entry.getValue().received()))
        .toList();
    ledger = List.copyOf(provider.ledger());
    parcels = List.copyOf(carrier.parcels());
  }

  private Stream.Commit commit(String service, Commit<Object> commit) {
    var events = new ArrayList<String>(commit.events().size());
    for (var event : commit.events()) {
      events.add(event.getClass().getSimpleName());
    }
    var messages = new ArrayList<Stream.Outgoing>(commit.messages().size());
    for (var message : commit.messagesFrom(service)) {
      messages.add(outgoing(message));
    }
    return new Stream.Commit(commit.version(), commit.cause().id(), events, messages);
  }

  private Stream.Outgoing outgoing(Message message) {
    return new Stream.Outgoing(message.id(), routes.names(message));
  }

  /** Inventory keeps no journal, but each change of a token is a step like any other. */
  private Stream stream(dev.tradewind.inventory.domain.Token token) {
    var commits = new ArrayList<Stream.Commit>();
    for (int i = 0; i < token.changes().size(); i++) {
      var change = token.changes().get(i);
      commits.add(new Stream.Commit(i + 1, change.cause(), List.of(change.state().name()), answer(token, change.state(), i + 1).map(this::outgoing).stream().toList()));
    }
    return new Stream("inventory", "stock/" + token.orderId(), commits);
  }

  private static Optional<Message> answer(dev.tradewind.inventory.domain.Token token, State state, int version) {
    return (switch (state) {
      case RESERVED, REJECTED -> Optional.of(token.answerToReserve());
      case RELEASED -> token.answerToRelease();
      case SOLD -> token.answerToConfirm();
    }).filter(message -> message.sequence() == version);
  }

  private static Token token(dev.tradewind.inventory.domain.Token token) {
    var units = new java.util.HashMap<String, Long>();
    token.allocations().forEach(taken -> units.merge(taken.counter().sku(), (long) taken.quantity(), Long::sum));
    return new Token(token.orderId(), Token.State.valueOf(token.state().name()), units);
  }
}
