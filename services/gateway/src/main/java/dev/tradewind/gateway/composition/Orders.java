package dev.tradewind.gateway.composition;

import dev.tradewind.gateway.upstream.Service;
import dev.tradewind.gateway.upstream.ServiceRequest;
import dev.tradewind.gateway.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Orders as they are now, by their own service. */
@Singleton
public class Orders {

  private static final int OK = 200;

  private final Upstreams upstreams;
  private final Reading reading;

  Orders(Upstreams upstreams, Reading reading) {
    this.upstreams = upstreams;
    this.reading = reading;
  }

  /** Fails with {@link Refused} when orders says no. */
  public Uni<Order> order(String orderId) {
    return upstreams.of(Service.ORDERS).call(ServiceRequest.get("/v1/orders/" + orderId)).map(answer -> {
      if (answer.status() != OK) {
        throw new Refused(Service.ORDERS, answer);
      }
      return reading.read(Service.ORDERS, answer, Order.class);
    });
  }
}
