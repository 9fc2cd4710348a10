package dev.tradewind.peer;

import dev.tradewind.peer.Http.Answer;
import dev.tradewind.peer.Http.Request;
import dev.tradewind.peer.Resources.Addresses;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** One of the four services, put together: tables, relay, consumer and HTTP. */
final class Service implements AutoCloseable {

  private static final Duration PARCEL_PAUSE = Duration.ofSeconds(1);
  private static final String ORDERS = "/v1/orders";
  private static final String STOCK = "/v1/stock/";

  private final Meter meter = new Meter();
  private final Cloud cloud;
  private final Relay relay;
  private final Pollers pollers;
  private final Http http;

  /**
   * Starts it.
   *
   * @param port 0 takes a free one
   * @param endpoint in place of AWS itself
   * @param partners where the payment provider and the carrier are
   */
  Service(ServiceName name, int port, Optional<URI> endpoint, URI partners) throws IOException {
    cloud = new Cloud(endpoint, meter);
    Addresses addresses = new Resources(cloud).create(name);
    relay = new Relay(new Outbox(cloud.dynamo, name.outbox()), new Mail(cloud, addresses)::send);
    Transactions transactions = new Transactions(cloud.dynamo, name, relay::offer, InstantSource.system());
    StateTable table = new StateTable(cloud.dynamo, name.resource());
    http = new Http(port);
    http.route("/q/health/ready", request -> new Answer(200, "")).route("/q/metrics", request -> new Answer(200, meter.text()));
    Handler handler = switch (name) {
      case ORDERS -> orders(new Orders(table, transactions, InstantSource.system()));
      case INVENTORY -> inventory(new Inventory(cloud.dynamo, table, transactions));
      case PAYMENTS -> new Payments(table, new Partner(partners));
      case SHIPPING -> new Shipping(table, new Partner(partners), PARCEL_PAUSE);
    };
    pollers = new Pollers(cloud.sqs, addresses.queueUrls().get(name.resource()), new IdempotentConsumer(transactions, handler));
    relay.start();
    pollers.start();
    http.start();
  }

  int port() {
    return http.port();
  }

  private Handler orders(Orders orders) {
    http.route(ORDERS, request -> {
      if (request.method().equals("POST") && request.path().equals(ORDERS)) {
        return Answer.json(202, Json.object().put("orderId", orders.place(key(request), request.body().get())));
      }
      return orders.view(request.path().substring(ORDERS.length()).replace("/", "")).map(view -> Answer.json(200, view))
          .orElseGet(() -> Answer.problem(404, "there is no such order"));
    });
    return orders;
  }

  private Handler inventory(Inventory inventory) {
    http.route(STOCK, request -> {
      String sku = request.path().substring(STOCK.length()).replaceAll("/.*", "");
      if (request.method().equals("POST")) {
        inventory.receive(key(request), sku, request.body().get().path("quantity").asLong());
        return Answer.json(201, Json.object().put("sku", sku));
      }
      return inventory.available(sku).map(available -> Answer.json(200, Json.object().put("sku", sku).put("available", available)))
          .orElseGet(() -> Answer.problem(404, "there was never any stock of this"));
    });
    return inventory;
  }

  private static String key(Request request) {
    if (request.key().isBlank()) {
      throw new IllegalArgumentException("Idempotency-Key is required");
    }
    return request.key();
  }

  @Override
  public void close() {
    http.close();
    pollers.close();
    relay.close();
    cloud.close();
  }
}
