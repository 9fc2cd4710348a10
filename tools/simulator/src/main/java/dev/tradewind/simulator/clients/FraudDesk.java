package dev.tradewind.simulator.clients;

import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.core.Message;
import dev.tradewind.orders.domain.OrderCommand.DecideReview;
import dev.tradewind.orders.domain.OrderCommand.Verdict;
import dev.tradewind.simulator.services.Orders;
import dev.tradewind.simulator.services.OrdersProcess;
import dev.tradewind.simulator.world.Chance;
import dev.tradewind.simulator.world.Plan;
import dev.tradewind.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Suspects some orders, mostly about a second after they were placed, some before they are known or when it is too late, some twice. It decides
 * about most of them, without looking whether they are in review: soon or after days, some too late. About the others nobody ever decides.
 */
final class FraudDesk {

  private static final int NAME = 3;
  private static final List<String> RULES = List.of("velocity", "amount", "address");
  private static final double SUSPECTED = 0.1;
  private static final double SAID_AGAIN = 0.3;
  private static final double SUSPECTED_AGAIN = 0.3;
  private static final double DECIDED = 0.75;
  private static final double DECIDED_SOON = 0.6;
  private static final double RELEASED = 0.5;
  private static final long EARLY = 500;
  private static final long LATE = 20_000;
  private static final long DAYS = Duration.ofDays(6).toMillis();
  private static final long PATIENCE = 1_000;

  private final Chance chance;
  private int suspicions;
  private int decisions;

  FraudDesk(Plan plan) {
    this.chance = Chance.of(plan.seed(), NAME);
  }

  void begin(World world, Customer customer) {
    if (!chance.happens(SUSPECTED)) {
      return;
    }
    suspect(world, customer);
    if (chance.happens(SUSPECTED_AGAIN)) {
      suspect(world, customer);
    }
    if (chance.happens(DECIDED)) {
      var request = "review/" + ++decisions;
      var verdict = chance.happens(RELEASED) ? Verdict.RELEASE : Verdict.CANCEL;
      long within = chance.happens(DECIDED_SOON) ? 2 * LATE : DAYS;
      world.agenda().after(customer.placesAt() + chance.between(0, within), () -> decide(world, customer.orderId(), request, verdict));
    }
  }

  private void decide(World world, String orderId, String request, Verdict verdict) {
    world.tell("operator", "decides about order " + orderId + ": " + verdict);
    world.ask(Orders.NAME, orders -> ((OrdersProcess) orders).change(orderId, request, new DecideReview(verdict)),
        done -> { },
        () -> world.agenda().after(PATIENCE, () -> decide(world, orderId, request, verdict)));
  }

  private void suspect(World world, Customer customer) {
    long at = Math.max(0, customer.placesAt() - EARLY + chance.between(0, chance.happens(0.5) ? 3_000 : LATE));
    var rule = RULES.get(chance.below(RULES.size()));
    int number = ++suspicions;
    boolean again = chance.happens(SAID_AGAIN);
    long later = at + chance.between(0, LATE);
    world.agenda().after(at, () -> {
      var message = message(world, customer.orderId(), number, rule);
      world.tell("insights", "suspects order " + customer.orderId() + " by " + rule);
      world.send(message);
      if (again) {
        world.agenda().after(later - at, () -> world.send(message));
      }
    });
  }

  private static Message message(World world, String orderId, int number, String rule) {
    return new Message("suspicion/" + number, "/tradewind/insights", "suspicion/" + orderId, 1, world.instant(), "order/" + orderId + "/1", orderId,
        "", Optional.empty(), new FraudSuspected(orderId, "somebody", List.of(rule), "looks like it"));
  }
}
