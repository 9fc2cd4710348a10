package dev.tradewind.simulator.clients;

import dev.tradewind.contracts.Address;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.Requester;
import dev.tradewind.orders.domain.OrderIds;
import dev.tradewind.simulator.services.Orders;
import dev.tradewind.simulator.services.OrdersProcess;
import dev.tradewind.simulator.world.Chance;
import dev.tradewind.simulator.world.Plan;
import dev.tradewind.simulator.world.World;

/** Places one order and asks again until an answer is heard, or gives up. Some ask again anyway, some with another body, some change their mind. */
final class Customer {

  private static final int FIRST_NAME = 10_000;
  private static final int ACCEPTED = 202;
  private static final double REPEATS = 0.2;
  private static final double SENDS_ANOTHER_BODY = 0.05;
  private static final double CANCELS = 0.15;
  private static final double LIVES_NOWHERE = 0.03;
  private static final double CARD_DECLINED = 0.05;
  private static final double CARD_DECLINED_LATE = 0.05;
  private static final double CARD_UNKNOWN = 0.01;
  private static final double GIVES_UP = 0.2;
  private static final long FIRST_PATIENCE = 500;
  private static final long LAST_PATIENCE = 5_000;
  private static final long CHANGES_MIND_WITHIN = 30_000;

  private final Diary diary;
  private final Chance chance;
  private final String key;
  private final OrderCommand.Place order;
  private final OrderCommand.Place other;
  private final long total;
  private final long at;
  private boolean accepted;

  Customer(Plan plan, int number, Diary diary) {
    this.diary = diary;
    this.chance = Chance.of(plan.seed(), FIRST_NAME + number);
    this.at = chance.between(0, plan.span());
    this.key = "key-" + number;
    var lines = Products.basket(plan, chance);
    this.total = lines.stream().mapToLong(line -> line.quantity() * line.unitPrice()).sum();
    var customerId = "customer-" + number % 7;
    var address = new Address("Someone", "1 Street", "City", "12345", chance.happens(LIVES_NOWHERE) ? "XX" : "DE");
    this.order = new OrderCommand.Place(OrderIds.of(customerId, key), customerId, "EUR", lines, method(), address, "body-" + number);
    this.other = new OrderCommand.Place(
        order.orderId(), customerId, "EUR", Products.basket(plan, chance), order.method(), address, "other-body-" + number);
  }

  String orderId() {
    return order.orderId();
  }

  /** When it is placed first, in milliseconds after the beginning. */
  long placesAt() {
    return at;
  }

  void begin(World world) {
    world.agenda().after(at, () -> place(world));
    if (chance.happens(REPEATS)) {
      world.agenda().after(at + chance.between(0, CHANGES_MIND_WITHIN), () -> place(world));
    }
    if (chance.happens(SENDS_ANOTHER_BODY)) {
      world.agenda().after(at + chance.between(0, CHANGES_MIND_WITHIN), () -> place(world, other, totalOf(other)));
    }
    if (chance.happens(CANCELS)) {
      world.agenda().after(at + chance.between(0, CHANGES_MIND_WITHIN), () -> cancel(world));
    }
  }

  private void place(World world) {
    place(world, order, total);
  }

  /** Only who was told that the order was accepted: the others would order anew. */
  void askAgain(World world) {
    if (accepted) {
      place(world);
    }
  }

  private void place(World world, OrderCommand.Place body, long costs) {
    int page = diary.asked(key, body.fingerprint(), costs);
    if (world.isWatched()) {
      world.tell(key, "places order " + body.orderId() + " with " + body.fingerprint());
    }
    world.ask(Orders.NAME, orders -> ((OrdersProcess) orders).place(body).map(world.plan().sabotage()::answer), status -> {
      if (world.isWatched()) {
        world.tell(key, "hears " + status);
      }
      accepted |= status == ACCEPTED && body == order;
      diary.heard(page, status, status == ACCEPTED ? body.orderId() : "");
    }, () -> later(world, () -> place(world, body, costs)));
  }

  private void cancel(World world) {
    world.ask(Orders.NAME, orders -> ((OrdersProcess) orders).change(orderId(), "cancel/" + key, new OrderCommand.Cancel("changed-mind", Requester.CUSTOMER)),
        exists -> {
          if (world.isWatched()) {
            world.tell(key, exists ? "hears that the cancellation was taken note of" : "hears that there is nothing to cancel");
          }
        },
        () -> later(world, () -> cancel(world)));
  }

  private void later(World world, Runnable again) {
    if (chance.happens(GIVES_UP)) {
      return;
    }
    if (world.isWatched()) {
      world.tell(key, "hears nothing and tries again");
    }
    world.agenda().after(chance.between(FIRST_PATIENCE, LAST_PATIENCE), again::run);
  }

  private String method() {
    return chance.happens(CARD_DECLINED) ? "tok_declined"
        : chance.happens(CARD_DECLINED_LATE) ? "tok_capture_declined"
        : chance.happens(CARD_UNKNOWN) ? "tok_unheard_of" : "tok_approved";
  }

  private static long totalOf(OrderCommand.Place body) {
    return body.lines().stream().mapToLong(line -> line.quantity() * line.unitPrice()).sum();
  }
}
