package dev.tradewind.partners.psp;

import dev.tradewind.partners.faults.Attempts;
import dev.tradewind.partners.faults.Behaviour;
import dev.tradewind.partners.http.Problem;
import dev.tradewind.partners.ledger.Fingerprint;
import dev.tradewind.partners.ledger.Ledger;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The provider without its HTTP. Only what was done is remembered under a key: a request refused with a problem leaves nothing,
 * and its repeat is refused again because no state here ever goes back.
 */
final class Psp {

  /**
   * @param key the client's idempotency key
   * @param fingerprint of everything it asks for
   */
  record Request(String key, String fingerprint) {}

  /**
   * @param repeat whether the operation was done by an earlier request under the same key
   */
  record Outcome(Operation operation, boolean repeat) {}

  private final Ledger<Operation> ledger;
  private final InstantSource clock;
  private final Attempts attempts = new Attempts();
  private final Map<String, Operation> byKey = new HashMap<>();
  private final Map<String, Authorization> authorizations = new HashMap<>();
  private final Map<String, String> authorizationOfCapture = new HashMap<>();

  Psp(Ledger<Operation> ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
    ledger.entries().forEach(this::evolve);
  }

  Outcome authorize(Request request, String reference, long amount, String currency, Card card) {
    return once(request, () -> {
      var behaviour = card.at(Step.AUTHORIZATION);
      attempts.admit(request.key(), behaviour);
      var kind = behaviour == Behaviour.DECLINE ? Kind.DECLINED : Kind.AUTHORIZED;
      var id = id(request, kind);
      return new Operation(
          ledger.nextSequence(), clock.instant().truncatedTo(ChronoUnit.MILLIS), request.key(), request.fingerprint(), kind, id, id,
          reference, amount, currency, card);
    });
  }

  Outcome capture(Request request, String id, long amount) {
    return once(request, () -> {
      var authorization = authorization(id);
      Refusals.ofCapture(authorization, amount);
      var behaviour = authorization.card().at(Step.CAPTURE);
      attempts.admit(request.key(), behaviour);
      return operation(request, behaviour == Behaviour.DECLINE ? Kind.CAPTURE_DECLINED : Kind.CAPTURED, authorization, amount);
    });
  }

  Outcome release(Request request, String id) {
    return once(request, () -> {
      var authorization = authorization(id);
      Refusals.ofVoid(authorization);
      return operation(request, Kind.VOIDED, authorization, authorization.amount());
    });
  }

  Outcome refund(Request request, String capture, long amount) {
    return once(request, () -> {
      var authorization = Optional.ofNullable(authorizationOfCapture.get(capture)).map(authorizations::get)
          .orElseThrow(() -> Problem.of(404, "unknown-capture", "there is no capture with this id"));
      Refusals.ofRefund(authorization, amount);
      attempts.admit(request.key(), authorization.card().at(Step.REFUND));
      return operation(request, Kind.REFUNDED, authorization, amount);
    });
  }

  Optional<Operation> under(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  private Outcome once(Request request, Supplier<Operation> work) {
    var earlier = under(request.key());
    if (earlier.isPresent()) {
      if (!earlier.get().request().equals(request.fingerprint())) {
        throw Problem.inField(422, "key-reused", "Idempotency-Key", "was used for another request: choose a new key for a new thing");
      }
      return new Outcome(earlier.get(), true);
    }
    var operation = work.get();
    ledger.append(operation);
    evolve(operation);
    return new Outcome(operation, false);
  }

  private void evolve(Operation o) {
    byKey.put(o.key(), o);
    authorizations.compute(o.authorization(), (id, known) -> known == null ? Authorization.begun(o) : known.after(o));
    if (o.kind() == Kind.CAPTURED) {
      authorizationOfCapture.put(o.id(), o.authorization());
    }
  }

  private Operation operation(Request request, Kind kind, Authorization of, long amount) {
    return new Operation(
        ledger.nextSequence(), clock.instant().truncatedTo(ChronoUnit.MILLIS), request.key(), request.fingerprint(), kind,
        id(request, kind), of.id(), of.reference(), amount, of.currency(), of.card());
  }

  private Authorization authorization(String id) {
    return Optional.ofNullable(authorizations.get(id))
        .orElseThrow(() -> Problem.of(404, "unknown-authorization", "there is no authorization with this id"));
  }

  private static String id(Request request, Kind kind) {
    return kind.step().prefix() + Fingerprint.of(kind.step(), request.key());
  }
}
