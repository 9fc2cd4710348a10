package dev.tradewind.inventory.domain;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.inventory.StockSold;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Payload;
import dev.tradewind.core.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The permanent record of what an order asked of the stock and what it was told. Every answer follows from it, to the last byte, however
 * often and however late the question comes again.
 *
 * @param orderId the order
 * @param allocations the units that were set aside; empty when none ever were
 * @param rejection why not, when the order was rejected
 * @param changes what happened, oldest first, each with the message that caused it
 */
public record Token(String orderId, List<Allocation> allocations, Optional<Rejection> rejection, List<Change> changes) implements Item {

  /** Whose journal tokens and receipts are. */
  public static final String SERVICE = "inventory";

  /** What became of the order's stock. */
  public enum State { RESERVED, REJECTED, RELEASED, SOLD }

  /**
   * One change of the token.
   *
   * @param cause the id of the message that caused it
   * @param traceparent W3C trace context of that step; empty when there is none
   * @param at when, to the millisecond
   */
  public record Change(State state, String cause, String traceparent, Instant at) {

    public Change {
      Check.notNull(state, "state");
      Check.notBlank(cause, "cause");
      Check.notNull(traceparent, "traceparent");
      Check.notNull(at, "at");
    }

    private static Change of(State state, Cause cause, Instant at) {
      return new Change(state, cause.id(), cause.traceparent(), at);
    }
  }

  public Token {
    Check.notBlank(orderId, "orderId");
    allocations = List.copyOf(allocations);
    Check.notNull(rejection, "rejection");
    changes = List.copyOf(changes);
    Check.that(!changes.isEmpty(), "the token of order %s needs a first change", orderId);
  }

  public static Token reserved(Reservation reservation, List<Allocation> allocations, Instant at) {
    return new Token(reservation.orderId(), allocations, Optional.empty(), List.of(Change.of(State.RESERVED, reservation.cause(), at)));
  }

  public static Token rejected(Reservation reservation, Rejection why, Instant at) {
    return new Token(reservation.orderId(), List.of(), Optional.of(why), List.of(Change.of(State.REJECTED, reservation.cause(), at)));
  }

  /** The undo came before the do: the late do will find this and fail on it. */
  public static Token tombstone(String orderId, Cause cause, Instant at) {
    return new Token(orderId, List.of(), Optional.empty(), List.of(Change.of(State.RELEASED, cause, at)));
  }

  Token changed(State state, Cause cause, Instant at) {
    var more = new ArrayList<>(changes);
    more.add(Change.of(state, cause, at));
    return new Token(orderId, allocations, rejection, more);
  }

  @Override
  public String key() {
    return keyOf(orderId);
  }

  public static String keyOf(String orderId) {
    return "order/" + orderId;
  }

  @Override
  public long version() {
    return changes.size();
  }

  public State state() {
    return changes.getLast().state();
  }

  /** What a ReserveStock is told, whenever it comes: what the first one was told. */
  public Message answerToReserve() {
    return switch (changes.getFirst().state()) {
      case RESERVED, SOLD -> message(1, 0, new StockReserved(orderId, lines()));
      case REJECTED -> message(1, 0, rejected(rejection.orElseThrow()));
      case RELEASED -> message(1, 1, rejected(new Rejection(Rejection.RELEASED, List.of())));
    };
  }

  /** What a ReleaseStock is told once nothing is set aside any more; nothing before that. */
  public Optional<Message> answerToRelease() {
    return state() == State.REJECTED
        ? Optional.of(message(1, 1, new StockReleased(orderId)))
        : versionThatBecame(State.RELEASED).map(version -> message(version, 0, new StockReleased(orderId)));
  }

  /** What is told when the order is confirmed, if its stock was sold. */
  public Optional<Message> answerToConfirm() {
    return versionThatBecame(State.SOLD).map(version -> message(version, 0, new StockSold(orderId, lines())));
  }

  private List<Quantity> lines() {
    return Reservation.merged(allocations.stream().map(taken -> new Quantity(taken.counter().sku(), taken.quantity())).toList());
  }

  private StockRejected rejected(Rejection why) {
    return new StockRejected(orderId, why.reason(), why.skus());
  }

  private Optional<Integer> versionThatBecame(State state) {
    return changes.stream().filter(change -> change.state() == state).findFirst().map(change -> changes.indexOf(change) + 1);
  }

  /** A change as a commit of the order's stream: what it tells says all that happened. */
  public Commit<Object> commit(long version) {
    var change = changes.get((int) version - 1);
    return new Commit<>(new StreamId("stock", orderId), version, new Cause(change.cause(), "", orderId, change.traceparent()), change.at(),
        List.of(), List.of(Outgoing.now(told(change.state()))));
  }

  private Payload told(State state) {
    return switch (state) {
      case RESERVED -> new StockReserved(orderId, lines());
      case REJECTED -> rejected(rejection.orElseThrow());
      case RELEASED -> new StockReleased(orderId);
      case SOLD -> new StockSold(orderId, lines());
    };
  }

  /** @param index 0 for what the change itself tells, 1 for what it means for a question that the other change would have answered */
  private Message message(int version, int index, Payload data) {
    return commit(version).envelope(index, Outgoing.now(data), SERVICE);
  }
}
