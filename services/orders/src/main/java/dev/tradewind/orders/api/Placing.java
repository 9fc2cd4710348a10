package dev.tradewind.orders.api;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.orders.admission.Admission;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderCommand.Place;
import dev.tradewind.orders.domain.OrderDecider;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderIds;
import dev.tradewind.orders.products.Products;
import dev.tradewind.orders.products.WrongLine;
import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an order comes in: when there is room, and when it agrees with what is known of its products. One that is there already is not checked
 * again: what it was accepted for holds, whatever became of prices and products since.
 */
@Singleton
class Placing {

  private static final List<String> MOST_SERIOUS_FIRST = List.of(WrongLine.UNKNOWN_PRODUCT, WrongLine.PRODUCT_NOT_SOLD, WrongLine.PRICE_CHANGED);
  private static final Duration COPY_CATCHES_UP = Duration.ofSeconds(1);

  private final StreamHandler<Order, OrderCommand, OrderEvent> orders;
  private final Admission admission;
  private final Products products;
  private final OrderDecider decider = new OrderDecider();

  Placing(StreamHandler<Order, OrderCommand, OrderEvent> orders, Admission admission, Products products) {
    this.orders = orders;
    this.admission = admission;
    this.products = products;
  }

  /** The order as it was accepted now or before; fails with the problem that says what is wrong, or when to come again. */
  Uni<Result<Order, OrderEvent>> place(Cause cause, Place place) {
    return admission.admit(() -> products.wrong(place.currency(), place.lines()).flatMap(wrong -> wrong.isEmpty()
        ? orders.start(cause, OrderIds.stream(place.orderId()), place)
        : placedBefore(cause, place, wrong)));
  }

  private Uni<Result<Order, OrderEvent>> placedBefore(Cause cause, Place place, List<WrongLine> wrong) {
    var stream = OrderIds.stream(place.orderId());
    return orders.load(stream).flatMap(history -> history.fold(decider).placed().isPresent()
        ? orders.handle(cause, stream, place)
        : Uni.createFrom().failure(problem(wrong)));
  }

  private static Problem problem(List<WrongLine> wrong) {
    var code = MOST_SERIOUS_FIRST.stream().filter(kind -> wrong.stream().anyMatch(line -> line.code().equals(kind))).findFirst().orElseThrow();
    boolean allUnknown = wrong.stream().allMatch(line -> line.code().equals(WrongLine.UNKNOWN_PRODUCT));
    return Problem.listing(422, code, "%s cannot be ordered like this; see errors. Nothing was accepted.".formatted(
        wrong.size() == 1 ? "One line" : wrong.size() + " lines"), wrong, allUnknown ? Optional.of(COPY_CATCHES_UP) : Optional.empty());
  }
}
