package dev.tradewind.chaos.proxy;

import dev.tradewind.chaos.proxy.Writes.Write;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns requests away before anything is executed: because the dice say so, or because a key is written too fast. */
final class Gate {

  private final Counts counts;
  private final HotKeys hotKeys;
  private final Writes writes;

  Gate(Counts counts, HotKeys hotKeys, Writes writes) {
    this.counts = counts;
    this.hotKeys = hotKeys;
    this.writes = writes;
  }

  /** Empty when the request may pass. */
  Optional<Answer> refusal(Exchange exchange) {
    return exchange.fate().fault().flatMap(fault -> refusal(exchange, fault)).or(() -> tooFast(exchange));
  }

  private Optional<Answer> refusal(Exchange exchange, Fault fault) {
    Operation operation = exchange.operation();
    Optional<Answer> refusal = switch (fault) {
      case INTERNAL_ERROR -> Optional.of(Refusals.internalError(operation));
      case UNAVAILABLE -> Optional.of(Refusals.unavailable(operation));
      case THROTTLED -> Optional.of(operation.isTransaction() && exchange.fate().random().nextBoolean()
          ? oneInTheWay(exchange, Refusals.THROTTLING_ERROR) : Refusals.throttled(operation));
      case CONFLICT -> Optional.of(operation.isTransaction() ? oneInTheWay(exchange, Refusals.TRANSACTION_CONFLICT) : Refusals.conflict(operation));
      case ANSWER_LOST, DELAYED, PARTLY_REFUSED, DUPLICATED, REAPPEARED, REORDERED, HOT_KEY -> Optional.empty();
    };
    refusal.ifPresent(refused -> counts.fault(fault));
    return refusal;
  }

  private static Answer oneInTheWay(Exchange exchange, String code) {
    int items = exchange.request().path("TransactItems").size();
    int inTheWay = exchange.fate().random().nextInt(Math.max(1, items));
    return Refusals.cancelled(IntStream.range(0, items).mapToObj(i -> i == inTheWay ? code : Refusals.NONE).toList());
  }

  private Optional<Answer> tooFast(Exchange exchange) {
    if (!exchange.operation().writesItems() || exchange.isForm()) {
      return Optional.empty();
    }
    List<Write> written = writes.of(exchange.operation(), exchange.request());
    List<Boolean> tooFast = hotKeys.tooFast(written);
    if (!tooFast.contains(true)) {
      counts.units(written.stream().mapToLong(Write::units).sum());
      return Optional.empty();
    }
    counts.fault(Fault.HOT_KEY);
    return Optional.of(exchange.operation().isTransaction()
        ? Refusals.cancelled(tooFast.stream().map(late -> late ? Refusals.THROTTLING_ERROR : Refusals.NONE).toList())
        : Refusals.throttled(exchange.operation()));
  }
}
