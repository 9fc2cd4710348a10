package dev.tradewind.partners.carrier;

import dev.tradewind.partners.faults.Delivery;
import dev.tradewind.partners.http.Answers;
import dev.tradewind.partners.http.Body;
import dev.tradewind.partners.http.Keys;
import dev.tradewind.partners.http.LedgerStream;
import dev.tradewind.partners.http.Problem;
import dev.tradewind.partners.ledger.Ledger;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The carrier's API under {@code /carrier}. */
public final class CarrierRoutes implements AutoCloseable {

  private static final String SHIPMENT = "/carrier/shipments/:key";

  private final Ledger<Movement> ledger;
  private final Carrier carrier;
  private final Delivery delivery;

  /**
   * @param file where the carrier's memory is kept, if it is to survive a restart
   * @throws IOException when that file cannot be used
   */
  public CarrierRoutes(Optional<Path> file, InstantSource clock, Delivery delivery) throws IOException {
    this.ledger = file.isPresent() ? Ledger.inFile(file.get(), Movement::read) : Ledger.inMemory();
    this.carrier = new Carrier(ledger, clock);
    this.delivery = delivery;
  }

  /** Reading the books: stays up in an outage. */
  public void serveLedger(Router router) {
    router.get("/carrier/ledger").handler(ctx -> LedgerStream.write(ctx, ledger));
    router.get("/carrier/ledger/summary")
        .handler(ctx -> Answers.json(ctx, 200, CarrierSummary.of(LedgerStream.asked(ctx, ledger))));
  }

  public void serve(Router router) {
    router.put(SHIPMENT).handler(this::book);
    router.delete(SHIPMENT).handler(this::cancel);
    router.get(SHIPMENT).handler(ctx -> Answers.json(ctx, 200, carrier.shipment(Keys.inPath(ctx)).shipment()));
    router.post(SHIPMENT + "/handover").handler(this::handOver);
    router.post(SHIPMENT + "/delivery").handler(this::deliver);
    router.get("/carrier/shipments").handler(this::list);
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }

  private void book(RoutingContext ctx) {
    var key = Keys.inPath(ctx);
    var booking = Booking.of(ctx);
    var outcome = carrier.book(key, booking);
    var shipment = outcome.shipment();
    int status = outcome.repeat() ? 200 : 201;
    Runnable answer = () -> shipment.refusal().ifPresentOrElse(
        reason -> ctx.fail(Problem.of(422, "shipment-refused", reason)),
        () -> Answers.json(ctx, status, booked(shipment)));
    if (outcome.repeat()) {
      delivery.repeat(key, answer);
    } else {
      delivery.first(key, booking.behaviour(), answer, () -> Answers.drop(ctx));
    }
  }

  private void cancel(RoutingContext ctx) {
    carrier.cancel(Keys.inPath(ctx));
    answer(ctx, Status.CANCELLED);
  }

  private void handOver(RoutingContext ctx) {
    Body.none(ctx);
    carrier.handOver(Keys.inPath(ctx));
    answer(ctx, Status.DISPATCHED);
  }

  private void deliver(RoutingContext ctx) {
    Body.none(ctx);
    carrier.deliver(Keys.inPath(ctx));
    answer(ctx, Status.DELIVERED);
  }

  private void list(RoutingContext ctx) {
    var reference = ctx.queryParam("reference").stream().findFirst()
        .orElseThrow(() -> Problem.inField(400, "missing-parameter", "reference", "is required: shipments are listed for one order"));
    var shipments = new JsonArray();
    carrier.shipmentsOf(reference).forEach(shipment -> shipments.add(shipment.shipment()));
    Answers.json(ctx, 200, new JsonObject().put("shipments", shipments));
  }

  /** A repeat is told what the first was told, wherever the shipment is by now. */
  private static JsonObject booked(Movement shipment) {
    return new JsonObject()
        .put("key", shipment.key())
        .put("status", Status.BOOKED.toString())
        .put("trackingNumber", shipment.trackingNumber().orElseThrow());
  }

  private static void answer(RoutingContext ctx, Status status) {
    Answers.json(ctx, 200, new JsonObject().put("status", status.toString()));
  }
}
