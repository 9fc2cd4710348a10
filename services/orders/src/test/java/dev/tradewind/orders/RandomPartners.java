package dev.tradewind.orders;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.payments.AuthorizePayment;
import dev.tradewind.contracts.payments.CaptureDeclined;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.contracts.payments.PaymentRefunded;
import dev.tradewind.contracts.payments.PaymentVoided;
import dev.tradewind.contracts.payments.RefundPayment;
import dev.tradewind.contracts.payments.VoidPayment;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.contracts.shipping.HoldShipment;
import dev.tradewind.contracts.shipping.ResumeShipment;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The other services: honest, but of any opinion and any punctuality. Each does its step once or refuses it, keeps to that, and leaves
 * a tombstone when the undo comes first; but what it answers may come at once, twice, minutes later, or never.
 */
final class RandomPartners {

  /** What the partners do for an order. */
  enum Work {
    STOCK,
    PAYMENT,
    SHIPMENT,
    CAPTURE
  }

  /** What became of it. */
  enum Truth {
    UNASKED,
    DONE,
    REFUSED,
    UNDONE
  }

  private final Map<Work, Truth> truths = new EnumMap<>(Work.class);
  /** How often each answer is kept back before it is given. */
  private final Map<String, Integer> silences = new HashMap<>();
  private final InMemoryBus bus;
  private final ManualClock clock;
  private final RandomGenerator random;
  private final int moodiness;
  private boolean dispatched;
  private boolean held;

  /** @param moodiness 0 for partners who always say yes at once, up to 10 */
  RandomPartners(InMemoryBus bus, ManualClock clock, RandomGenerator random, int moodiness) {
    this.bus = bus;
    this.clock = clock;
    this.random = random;
    this.moodiness = moodiness;
    bus.onCommand(ReserveStock.class, m -> asked(m, Work.STOCK, id(m), new StockReserved(id(m), List.of()), new StockRejected(id(m), "out-of-stock", List.of())));
    bus.onCommand(ReleaseStock.class, m -> undo(m, Work.STOCK, new StockReleased(id(m))));
    bus.onCommand(AuthorizePayment.class, m -> asked(m, Work.PAYMENT, id(m), new PaymentAuthorized(id(m), amount(m)), new PaymentDeclined(id(m), "declined")));
    bus.onCommand(VoidPayment.class, m -> undo(m, Work.PAYMENT, new PaymentVoided(id(m))));
    bus.onCommand(ArrangeShipment.class, m -> asked(m, Work.SHIPMENT, id(m), new ShipmentArranged(id(m), "T-1"), new ShipmentRefused(id(m), "refused")));
    bus.onCommand(CancelShipment.class, this::cancelShipment);
    bus.onCommand(CapturePayment.class, m -> asked(m, Work.CAPTURE, id(m), new PaymentCaptured(id(m), OrderRun.TOTAL), new CaptureDeclined(id(m), "expired")));
    bus.onCommand(RefundPayment.class, m -> undo(m, Work.CAPTURE, new PaymentRefunded(id(m), OrderRun.TOTAL)));
    bus.onCommand(HoldShipment.class, this::hold);
    bus.onCommand(ResumeShipment.class, this::resume);
    bus.onEvent("shipping", OrderConfirmed.class, this::confirmed);
  }

  Truth truth(Work work) {
    return truths.getOrDefault(work, Truth.UNASKED);
  }

  List<Truth> truths() {
    return List.of(Work.values()).stream().map(this::truth).toList();
  }

  private Uni<Void> asked(Message message, Work work, String orderId, Event yes, Event no) {
    if (truth(work) == Truth.UNASKED) {
      truths.put(work, chance(1) ? Truth.REFUSED : Truth.DONE);
    }
    return answer(message, truth(work) == Truth.DONE ? yes : no, work + "/" + orderId + "/do");
  }

  private Uni<Void> undo(Message message, Work work, Event undone) {
    truths.put(work, Truth.UNDONE);
    return answer(message, undone, work + "/" + id(message) + "/undo");
  }

  private Uni<Void> cancelShipment(Message message) {
    return dispatched
        ? answer(message, new ShipmentCancelRefused(id(message), "too-late"), "SHIPMENT/" + id(message) + "/too-late")
        : undo(message, Work.SHIPMENT, new ShipmentCancelled(id(message)));
  }

  /** The parcel leaves when the carrier comes by: at once or some deliveries later, unless it was cancelled before. */
  private Uni<Void> confirmed(Message message) {
    if (chance(5)) {
      return Uni.createFrom().failure(new IllegalStateException("the carrier did not come by yet"));
    }
    return held ? Uni.createFrom().voidItem() : send(message);
  }

  private Uni<Void> send(Message message) {
    if (truth(Work.SHIPMENT) != Truth.DONE) {
      return Uni.createFrom().voidItem();
    }
    dispatched = true;
    return answer(message, new ShipmentDispatched(id(message), "T-1"), "SHIPMENT/" + id(message) + "/left")
        .flatMap(sent -> answer(message, new ShipmentDelivered(id(message), "T-1"), "SHIPMENT/" + id(message) + "/arrived"));
  }

  /** Nobody asks for this twice, so it is answered; when, is another matter. */
  private Uni<Void> hold(Message message) {
    if (truth(Work.SHIPMENT) != Truth.DONE) {
      return Uni.createFrom().voidItem();
    }
    held = !dispatched;
    var answer = dispatched ? new ShipmentHoldRefused(id(message), "too-late") : new ShipmentHeld(id(message));
    var sent = message(message, answer, "SHIPMENT/" + id(message) + "/hold");
    return bus.dispatch(List.of(sent.dueAt(clock.instant().plusSeconds(random.nextInt(900)))));
  }

  private Uni<Void> resume(Message message) {
    if (!held) {
      return Uni.createFrom().voidItem();
    }
    held = false;
    return send(message);
  }

  /** A commit's message is sent again, not made again: its id depends on the work alone. */
  private Uni<Void> answer(Message question, Event answer, String id) {
    if (silences.computeIfAbsent(id, first -> chance(1) ? random.nextInt(20) : 0) > 0 || chance(2)) {
      silences.merge(id, -1, Integer::sum);
      return Uni.createFrom().voidItem();
    }
    var message = message(question, answer, id);
    var sent = chance(2) ? message.dueAt(clock.instant().plus(Duration.ofSeconds(random.nextInt(1, 800)))) : message;
    return bus.dispatch(chance(2) ? List.of(sent, message) : List.of(sent));
  }

  private Message message(Message question, Event answer, String id) {
    return new Message(id, "/tradewind/partner", id, 1, clock.instant(), question.id(), question.correlationId(), "", Optional.empty(), answer);
  }

  private boolean chance(int inTen) {
    return random.nextInt(100) < inTen * moodiness;
  }

  private static String id(Message message) {
    return message.correlationId();
  }

  private static Money amount(Message message) {
    return ((AuthorizePayment) message.data()).amount();
  }
}
