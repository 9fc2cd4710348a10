package dev.tradewind.partners.psp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.partners.http.Problem;
import dev.tradewind.partners.ledger.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever clients ask for, in whatever order, under whatever keys. */
class PspPropertiesTest {

  /** One request; keys and targets come from few, so that repeats and collisions are common. */
  record Ask(Step step, int key, int target, long amount, Card card) {}

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  private Ledger<Operation> ledger;
  private Psp psp;

  /** All tries of a property share this object, and none may know what an earlier one did. */
  @BeforeTry
  void open() {
    ledger = Ledger.inMemory();
    psp = new Psp(ledger, CLOCK);
  }

  @Property(tries = 500)
  void money_never_appears_and_no_key_changes_its_answer(@ForAll("asks") List<Ask> asks) {
    Map<String, Operation> told = new HashMap<>();
    for (var ask : asks) {
      perform(ask, told);
    }

    Map<String, Long> authorized = new HashMap<>();
    Map<String, Long> captured = new HashMap<>();
    Map<String, Long> refunded = new HashMap<>();
    Map<String, Integer> ends = new HashMap<>();
    for (var o : ledger.entries()) {
      switch (o.kind()) {
        case AUTHORIZED -> authorized.put(o.authorization(), o.amount());
        case CAPTURED -> {
          captured.put(o.authorization(), o.amount());
          ends.merge(o.authorization(), 1, Integer::sum);
        }
        case VOIDED -> ends.merge(o.authorization(), 1, Integer::sum);
        case REFUNDED -> refunded.merge(o.authorization(), o.amount(), Long::sum);
        case DECLINED, CAPTURE_DECLINED -> { }
      }
    }
    captured.forEach((id, amount) -> assertThat(amount).isLessThanOrEqualTo(authorized.get(id)));
    refunded.forEach((id, amount) -> assertThat(amount).isLessThanOrEqualTo(captured.get(id)));
    assertThat(ends.values()).as("captured or voided, once").allMatch(times -> times == 1);
  }

  @Property(tries = 200)
  void what_is_stored_rebuilds_the_same_provider(@ForAll("asks") List<Ask> asks) {
    Map<String, Operation> told = new HashMap<>();
    asks.forEach(ask -> perform(ask, told));
    var copy = Ledger.<Operation>inMemory();
    ledger.entries().forEach(o -> copy.append(Operation.read(o.stored())));
    assertThat(copy.entries()).isEqualTo(ledger.entries());
    assertThat(PspSummary.of(copy.byOrder())).isEqualTo(PspSummary.of(ledger.byOrder()));
    var rebuilt = new Psp(copy, CLOCK);
    ledger.entries().forEach(o -> assertThat(rebuilt.under(o.key())).isEqualTo(psp.under(o.key())));
  }

  @Provide
  Arbitrary<List<Ask>> asks() {
    return Combinators.combine(
        Arbitraries.of(Step.class), Arbitraries.integers().between(1, 15), Arbitraries.integers().between(1, 6),
        Arbitraries.longs().between(1, 50), Arbitraries.of(Card.class)).as(Ask::new).list().ofMaxSize(60);
  }

  private void perform(Ask ask, Map<String, Operation> told) {
    var request = new Psp.Request("key-" + ask.key(), ask.toString());
    try {
      var outcome = switch (ask.step()) {
        case AUTHORIZATION -> psp.authorize(request, "order-" + ask.target(), ask.amount(), "EUR", ask.card());
        case CAPTURE -> psp.capture(request, target(ask, Kind.AUTHORIZED), ask.amount());
        case VOID -> psp.release(request, target(ask, Kind.AUTHORIZED));
        case REFUND -> psp.refund(request, target(ask, Kind.CAPTURED), ask.amount());
      };
      var earlier = told.putIfAbsent(request.key(), outcome.operation());
      assertThat(outcome.repeat()).isEqualTo(earlier != null);
      assertThat(outcome.operation()).isEqualTo(psp.under(request.key()).orElseThrow());
    } catch (Problem refused) {
      assertThat(refused.status()).isIn(404, 409, 422, 500);
    }
  }

  private String target(Ask ask, Kind kind) {
    var known = ledger.entries().stream().filter(o -> o.kind() == kind).map(Operation::id).toList();
    return known.isEmpty() ? "none" : known.get(ask.target() % known.size());
  }
}
