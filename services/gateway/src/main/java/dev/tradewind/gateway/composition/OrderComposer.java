package dev.tradewind.gateway.composition;

import dev.tradewind.gateway.cache.CachedProduct;
import dev.tradewind.gateway.cache.ProductCache;
import dev.tradewind.gateway.upstream.Service;
import dev.tradewind.gateway.upstream.ServiceAnswer;
import dev.tradewind.gateway.upstream.ServiceRequest;
import dev.tradewind.gateway.upstream.Upstreams;
import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks for an order and all that belongs to it at the same time. Without the order there is no answer; what else does not come in time is
 * said to be unavailable. So the answer takes as long as the order, or as the parts may take, whichever is more.
 */
@Singleton
public class OrderComposer {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final String LATE = "It did not come in time.";

  private final Orders orders;
  private final Upstreams upstreams;
  private final ProductCache products;
  private final Reading reading;
  private final Duration limit;

  OrderComposer(Orders orders, Upstreams upstreams, ProductCache products, Reading reading,
      @ConfigProperty(name = "tradewind.gateway.parts-millis") long limitMillis) {
    this.orders = orders;
    this.upstreams = upstreams;
    this.products = products;
    this.reading = reading;
    this.limit = Duration.ofMillis(limitMillis);
  }

  /** An order whose products have names. */
  private record Named(Order order, Part<Map<String, String>> names) {}

  /**
   * Fails with {@link Refused} when orders says no.
   *
   * @param check sees the order first; what it throws is the answer
   */
  public Uni<ComposedOrder> compose(String orderId, Consumer<Order> check) {
    return Uni.createFrom().deferred(() -> {
      var end = Countdown.of(limit);
      var named = orders.order(orderId).invoke(check).flatMap(order ->
          part(end, products.products(order.skus()).map(OrderComposer::names)).map(names -> new Named(order, names)));
      var payment = part(end, ask(Service.PAYMENTS, "/v1/payments/" + orderId, Payment.class, Payment.NONE));
      var shipment = part(end, ask(Service.SHIPPING, "/v1/shipments/" + orderId, Shipment.class, Shipment.NONE));
      return Uni.combine().all().unis(named, payment, shipment)
          .with((order, paid, shipped) -> new ComposedOrder(order.order(), paid, shipped, order.names()));
    });
  }

  private <T> Uni<T> ask(Service service, String path, Class<T> type, T none) {
    return upstreams.of(service).call(ServiceRequest.get(path)).map(answer -> switch (answer.status()) {
      case OK -> reading.read(service, answer, type);
      case NOT_FOUND -> none;
      default -> throw refused(service, answer);
    });
  }

  private static <T> Uni<Part<T>> part(Countdown end, Uni<T> asked) {
    return asked.<Part<T>>map(Part.Available::new)
        .ifNoItem().after(end.left()).recoverWithItem(() -> new Part.Unavailable<>(LATE))
        .onFailure(Problem.class).recoverWithItem(trouble -> new Part.Unavailable<>(trouble.getMessage()));
  }

  private static Problem refused(Service service, ServiceAnswer answer) {
    return Problem.of(502, "bad-gateway", "%s answered %d.".formatted(service.label(), answer.status()));
  }

  private static Map<String, String> names(Map<String, CachedProduct> products) {
    return products.values().stream().collect(Collectors.toUnmodifiableMap(CachedProduct::sku, CachedProduct::name));
  }
}
