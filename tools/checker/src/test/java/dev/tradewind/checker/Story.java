package dev.tradewind.checker;

import dev.tradewind.checker.LedgerEntry.Kind;
import dev.tradewind.checker.Sending.Fate;
import dev.tradewind.checker.Stream.Commit;
import dev.tradewind.checker.Stream.Outgoing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evidence, told piece by piece. Orders are accepted under the key {@code key of <order>}. */
final class Story {

  static final String SKU = "kettle";

  private final List<Request> requests = new ArrayList<>();
  private final List<Stream> streams = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final List<Parcel> parcels = new ArrayList<>();
  private final Map<String, Long> receipts = new HashMap<>();
  private final List<Counter> counters = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private final List<Sending> sendings = new ArrayList<>();
  private Optional<List<Logged>> log = Optional.empty();
  private Optional<List<Logged>> archive = Optional.empty();
  private Optional<Views> views = Optional.empty();

  /** An order that went as hoped. */
  Story delivered(String order, long total) {
    return accepted(order, total)
        .order(order, "OrderPlaced", "StepCompleted", "OrderConfirmed", "OrderDispatched", "OrderDelivered")
        .authorized(order, total)
        .captured(order, total)
        .parcel(order, Parcel.Status.DELIVERED)
        .token(order, Token.State.SOLD, 1);
  }

  /** An order that was confirmed, and then all of it undone. */
  Story cancelled(String order, long total) {
    return accepted(order, total)
        .order(order, "OrderPlaced", "StepCompleted", "OrderConfirmed", "CompensationStarted", "StepUndone", "OrderCancelled")
        .authorized(order, total)
        .captured(order, total)
        .refunded(order, total)
        .parcel(order, Parcel.Status.CANCELLED)
        .token(order, Token.State.RELEASED, 1);
  }

  Story accepted(String order, long total) {
    return asked("key of " + order, "A", total, 202, order);
  }

  Story asked(String key, String content, long total, int status, String order) {
    requests.add(new Request(key, content, total, Optional.of(new Request.Answer(status, order))));
    return this;
  }

  Story unanswered(String key, String content) {
    requests.add(new Request(key, content, 100, Optional.empty()));
    return this;
  }

  /** The stream of an order, one commit an event. */
  Story order(String order, String... events) {
    return stream("order/" + order, events);
  }

  Story stream(String id, String... events) {
    var commits = new ArrayList<Commit>();
    for (var event : events) {
      commits.add(commit(commits.size() + 1, "cause " + commits.size(), event));
    }
    return stream(id, commits);
  }

  Story stream(String id, List<Commit> commits) {
    streams.add(new Stream("orders", id, commits));
    return this;
  }

  static Commit commit(long version, String cause, String event, Outgoing... messages) {
    return new Commit(version, cause, List.of(event), List.of(messages), cause + ' ' + event);
  }

  /** What is in the log so far is in the archive too. */
  Story archived() {
    archive = log.map(ArrayList::new);
    return this;
  }

  Story archived(String service, String id, Logged.Entry... records) {
    archive.orElseThrow().add(new Logged(service, id, List.of(records)));
    return this;
  }

  Story views(Map<String, Object> shown, Map<String, Object> told) {
    views = Optional.of(new Views(shown, told));
    return this;
  }

  /** Everything told so far is in the log too. */
  Story logged() {
    log = Optional.of(new ArrayList<>(streams.stream().map(Story::logged).toList()));
    return this;
  }

  Story logged(String service, String id, Logged.Entry... records) {
    log.orElseThrow().add(new Logged(service, id, List.of(records)));
    return this;
  }

  private static Logged logged(Stream stream) {
    return new Logged(stream.service(), stream.id(),
        stream.commits().stream().map(commit -> new Logged.Entry(commit.version(), commit.content())).toList());
  }

  Story authorized(String order, long amount) {
    return entry(order, Kind.AUTHORIZED, amount);
  }

  Story captured(String order, long amount) {
    return entry(order, Kind.CAPTURED, amount);
  }

  Story voided(String order, long amount) {
    return entry(order, Kind.VOIDED, amount);
  }

  Story refunded(String order, long amount) {
    return entry(order, Kind.REFUNDED, amount);
  }

  private Story entry(String order, Kind kind, long amount) {
    ledger.add(new LedgerEntry(order, kind, amount));
    return this;
  }

  Story parcel(String order, Parcel.Status status) {
    parcels.add(new Parcel(order, status));
    return this;
  }

  Story token(String order, Token.State state, long units) {
    return token(order, state, Map.of(SKU, units));
  }

  Story token(String order, Token.State state, Map<String, Long> units) {
    tokens.add(new Token(order, state, units));
    return this;
  }

  Story receipt(String sku, long units) {
    receipts.put(sku, units);
    return this;
  }

  Story counter(String id, String sku, long available, long received) {
    counters.add(new Counter(id, sku, available, received));
    return this;
  }

  Story sent(String queue, String message, Fate fate) {
    sendings.add(new Sending(queue, message, fate));
    return this;
  }

  Evidence evidence() {
    return new Evidence(requests, streams, ledger, parcels, receipts, counters, tokens, sendings, log, archive, views);
  }

  Finding examinedBy(Invariant invariant) {
    return invariant.examine(new Facts(evidence()));
  }
}
