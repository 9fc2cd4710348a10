package dev.tradewind.simulator.clients;

import dev.tradewind.checker.Request;
import dev.tradewind.simulator.world.People;
import dev.tradewind.simulator.world.Plan;
import dev.tradewind.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Customers, warehouses, whoever suspects fraud, and an operator. */
public final class Crowd implements People {

  private final Diary diary = new Diary();
  private final List<Customer> customers = new ArrayList<>();
  private final Warehouse warehouse;
  private final FraudDesk fraudDesk;
  private final Operator operator;

  public Crowd(Plan plan) {
    this.warehouse = new Warehouse(plan);
    this.fraudDesk = new FraudDesk(plan);
    this.operator = new Operator(customers);
    for (int i = 0; i < plan.orders(); i++) {
      customers.add(new Customer(plan, i, diary));
    }
  }

  @Override
  public void begin(World world) {
    warehouse.begin(world);
    customers.forEach(customer -> customer.begin(world));
    customers.forEach(customer -> fraudDesk.begin(world, customer));
  }

  @Override
  public boolean attend(World world) {
    return operator.attend(world);
  }

  @Override
  public void askAgain(World world) {
    customers.forEach(customer -> customer.askAgain(world));
    warehouse.askAgain(world);
  }

  @Override
  public List<Request> requests() {
    return diary.requests();
  }

  @Override
  public Map<String, Long> receipts() {
    return warehouse.receipts();
  }
}
