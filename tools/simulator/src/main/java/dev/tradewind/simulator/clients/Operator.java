package dev.tradewind.simulator.clients;

import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderState;
import dev.tradewind.simulator.services.Orders;
import dev.tradewind.simulator.services.OrdersProcess;
import dev.tradewind.simulator.world.World;
import java.util.List;

/** Looks after orders that need attention: lets their step be tried again. */
final class Operator {

  private static final long PATIENCE = 1_000;

  private final List<Customer> customers;
  private int decisions;
  private int found;

  Operator(List<Customer> customers) {
    this.customers = customers;
  }

  /** Says whether any order needed it. Reads have no effect, so they need no time. */
  boolean attend(World world) {
    found = 0;
    for (var customer : customers) {
      world.read(Orders.NAME, orders -> ((OrdersProcess) orders).state(customer.orderId()), state -> {
        if (state.filter(OrderState.NEEDS_ATTENTION::equals).isPresent()) {
          found++;
          retry(world, customer.orderId(), "resolve/" + ++decisions);
        }
      });
    }
    return found > 0;
  }

  private void retry(World world, String orderId, String request) {
    world.tell("operator", "lets order " + orderId + " try again");
    world.ask(Orders.NAME, orders -> ((OrdersProcess) orders).change(orderId, request, new OrderCommand.Resolve(OrderCommand.Resolution.RETRY)),
        done -> { },
        () -> world.agenda().after(PATIENCE, () -> retry(world, orderId, request)));
  }
}
