package dev.tradewind.inventory.grouping;

import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.inventory.domain.Reservation;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.domain.TokenDecision;
import dev.tradewind.inventory.grouping.Settled.InTheWay;
import dev.tradewind.inventory.grouping.Settled.Stands;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * The five moves for an order's token: receive → look → decide → write → dispatch; the caller acknowledges when it completes. The token
 * holds what caused each change, so whatever comes again is answered again, with the same messages.
 */
public final class StockHandler {

  private static final int MOST_ATTEMPTS = 20;
  private static final int LONGEST_ORDER_ID = 200;

  private final StockStore store;
  private final GroupedStock stock;
  private final Telling telling;
  private final InstantSource clock;
  private final StockObserver observer;

  public StockHandler(StockStore store, GroupedStock stock, Telling telling, InstantSource clock, StockObserver observer) {
    this.store = Check.notNull(store, "store");
    this.stock = Check.notNull(stock, "stock");
    this.telling = Check.notNull(telling, "telling");
    this.clock = Check.notNull(clock, "clock");
    this.observer = Check.notNull(observer, "observer");
  }

  /** Sets stock aside without looking first: most orders are new, and a token in the way says what the look would have said. */
  public Uni<Void> reserve(Cause cause, ReserveStock command) {
    return stock.grant(new Wish.Reserve(reservation(cause, command))).flatMap(settled -> switch (settled) {
      case Stands(Token token) -> {
        observer.changed(token);
        yield telling.tell(token, token.answerToReserve());
      }
      case InTheWay(Token token) -> {
        observer.unchanged(token.orderId());
        yield telling.tell(token, token.answerToReserve());
      }
      case Stands other -> throw new IllegalStateException("a reservation recorded " + other.item().key());
      case InTheWay other -> throw new IllegalStateException("a reservation met " + other.item().key());
    });
  }

  public Uni<Void> release(Cause cause, ReleaseStock command) {
    var orderId = checked(command.orderId());
    return change(orderId, token -> TokenDecision.release(token, orderId, cause, now()), Token::answerToRelease);
  }

  public Uni<Void> sell(Cause cause, OrderConfirmed event) {
    return change(checked(event.order().orderId()), token -> TokenDecision.sell(token, cause, now()), Token::answerToConfirm);
  }

  private Uni<Void> change(
      String orderId, Function<Optional<Token>, TokenDecision> decide, Function<Token, Optional<Message>> answer) {
    return store.token(orderId).flatMap(token -> change(orderId, token, decide, answer, 1));
  }

  private Uni<Void> change(
      String orderId, Optional<Token> token, Function<Optional<Token>, TokenDecision> decide,
      Function<Token, Optional<Message>> answer, int attempt) {
    return switch (decide.apply(token)) {
      case TokenDecision.Keep(var told) -> {
        observer.unchanged(orderId);
        yield tell(token, told);
      }
      case TokenDecision.Replace(var next, var givenBack) ->
          stock.grant(Wish.Apply.giveBack(givenBack, next)).flatMap(settled -> switch (settled) {
            case Stands stands -> {
              observer.changed(next);
              yield tell(Optional.of(next), answer.apply(next));
            }
            case InTheWay(Token newer) when attempt < MOST_ATTEMPTS -> change(orderId, Optional.of(newer), decide, answer, attempt + 1);
            case InTheWay other -> Uni.createFrom().failure(new ContendedStock(other.item().key(), attempt));
          });
    };
  }

  private Uni<Void> tell(Optional<Token> token, Optional<Message> answer) {
    return answer.map(message -> telling.tell(token.orElseThrow(), message)).orElse(Uni.createFrom().voidItem());
  }

  private static Reservation reservation(Cause cause, ReserveStock command) {
    checked(command.orderId());
    try {
      return new Reservation(command.orderId(), command.lines(), cause);
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessage(e.getMessage());
    }
  }

  private static String checked(String orderId) {
    if (orderId == null || orderId.isBlank() || orderId.length() > LONGEST_ORDER_ID) {
      throw new UnreadableMessage("orderId must have 1 to %d characters".formatted(LONGEST_ORDER_ID));
    }
    return orderId;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
