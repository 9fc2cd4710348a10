package dev.tradewind.partners.psp;

import dev.tradewind.partners.faults.Delivery;
import dev.tradewind.partners.http.Answers;
import dev.tradewind.partners.http.Body;
import dev.tradewind.partners.http.Keys;
import dev.tradewind.partners.http.LedgerStream;
import dev.tradewind.partners.http.Problem;
import dev.tradewind.partners.ledger.Fingerprint;
import dev.tradewind.partners.ledger.Ledger;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The provider's API under {@code /psp}. */
public final class PspRoutes implements AutoCloseable {

  private static final long MOST = 999_999_999_999L;
  private static final Set<String> CURRENCIES =
      Currency.availableCurrencies().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

  private final Ledger<Operation> ledger;
  private final Psp psp;
  private final Delivery delivery;

  /**
   * @param file where the provider's memory is kept, if it is to survive a restart
   * @throws IOException when that file cannot be used
   */
  public PspRoutes(Optional<Path> file, InstantSource clock, Delivery delivery) throws IOException {
    this.ledger = file.isPresent() ? Ledger.inFile(file.get(), Operation::read) : Ledger.inMemory();
    this.psp = new Psp(ledger, clock);
    this.delivery = delivery;
  }

  /** Reading the books: stays up in an outage. */
  public void serveLedger(Router router) {
    router.get("/psp/ledger").handler(ctx -> LedgerStream.write(ctx, ledger));
    router.get("/psp/ledger/summary").handler(this::summary);
  }

  public void serve(Router router) {
    router.post("/psp/authorizations").handler(this::authorize);
    router.post("/psp/authorizations/:id/captures").handler(this::capture);
    router.post("/psp/authorizations/:id/voids").handler(this::release);
    router.post("/psp/captures/:id/refunds").handler(this::refund);
    router.get("/psp/operations/:key").handler(this::operation);
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }

  private void authorize(RoutingContext ctx) {
    var key = Keys.idempotencyKey(ctx);
    var body = Body.of(ctx, "reference", "amount", "currency", "method");
    var reference = body.text("reference", 255);
    long amount = body.integer("amount", 1, MOST);
    var currency = body.text("currency", 3);
    if (!CURRENCIES.contains(currency)) {
      throw Problem.invalid("currency", "must be an ISO 4217 code such as EUR");
    }
    var token = body.text("method", 255);
    var card = Card.of(token)
        .orElseThrow(() -> Problem.inField(422, "unknown-method", "method", "must be one of the test cards in the README"));
    var request = new Psp.Request(key, Fingerprint.of(Step.AUTHORIZATION, reference, amount, currency, token));
    answer(ctx, psp.authorize(request, reference, amount, currency, card));
  }

  private void capture(RoutingContext ctx) {
    var key = Keys.idempotencyKey(ctx);
    var id = ctx.pathParam("id");
    long amount = Body.of(ctx, "amount").integer("amount", 1, MOST);
    answer(ctx, psp.capture(new Psp.Request(key, Fingerprint.of(Step.CAPTURE, id, amount)), id, amount));
  }

  private void release(RoutingContext ctx) {
    var key = Keys.idempotencyKey(ctx);
    var id = ctx.pathParam("id");
    Body.none(ctx);
    answer(ctx, psp.release(new Psp.Request(key, Fingerprint.of(Step.VOID, id)), id));
  }

  private void refund(RoutingContext ctx) {
    var key = Keys.idempotencyKey(ctx);
    var id = ctx.pathParam("id");
    long amount = Body.of(ctx, "amount").integer("amount", 1, MOST);
    answer(ctx, psp.refund(new Psp.Request(key, Fingerprint.of(Step.REFUND, id, amount)), id, amount));
  }

  private void summary(RoutingContext ctx) {
    var orders = LedgerStream.order(ctx).map(this::only).orElseGet(ledger::byOrder);
    Answers.json(ctx, 200, PspSummary.of(orders));
  }

  private Map<String, List<Operation>> only(String order) {
    var operations = ledger.about(order);
    return operations.isEmpty() ? Map.of() : Map.of(order, operations);
  }

  private void operation(RoutingContext ctx) {
    var key = Keys.inPath(ctx);
    var operation = psp.under(key)
        .orElseThrow(() -> Problem.of(404, "unknown-operation", "nothing was done under this key"));
    Answers.json(ctx, 200, new JsonObject()
        .put("key", key)
        .put("kind", operation.kind().step().toString())
        .put("status", operation.kind().status())
        .put("answer", operation.answer()));
  }

  private void answer(RoutingContext ctx, Psp.Outcome outcome) {
    var operation = outcome.operation();
    Runnable answer = () -> Answers.json(ctx, 201, operation.answer());
    if (outcome.repeat()) {
      ctx.response().putHeader("Idempotent-Replayed", "true");
      delivery.repeat(operation.key(), answer);
    } else {
      delivery.first(operation.key(), operation.card().at(operation.kind().step()), answer, () -> Answers.drop(ctx));
    }
  }
}
