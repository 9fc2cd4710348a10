package dev.tradewind.simulator.services;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.payments.CaptureDeclined;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.core.Types;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Process;
import dev.tradewind.simulator.world.SimulatedService;
import java.util.List;
import java.util.Set;

/** Orders: accepts them, and carries each through its saga. */
public final class Orders implements SimulatedService {

  public static final String NAME = "orders";

  private static final Types TYPES = Contracts.TYPES.and(OrderEvent.RECORDS);
  private static final List<Queue> QUEUES = List.of(
      new Queue("commands", Set.of()),
      new Queue("events", Set.of(
          StockReserved.class, StockRejected.class, StockReleased.class,
          PaymentAuthorized.class, PaymentDeclined.class, PaymentVoided.class, PaymentCaptured.class, CaptureDeclined.class,
          PaymentRefunded.class,
          ShipmentArranged.class, ShipmentRefused.class, ShipmentCancelled.class, ShipmentCancelRefused.class, ShipmentHeld.class,
          ShipmentHoldRefused.class, ShipmentDispatched.class, ShipmentDelivered.class,
          FraudSuspected.class)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Types types() {
    return TYPES;
  }

  @Override
  public List<Queue> queues() {
    return QUEUES;
  }

  @Override
  public Process start(Ports ports) {
    return new OrdersProcess(ports);
  }
}
