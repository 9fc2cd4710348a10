package dev.tradewind.orders.domain;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.orders.OrderLine;
import java.util.List;
import java.util.Optional;

/** What can be asked of an order, or reported to it. */
public sealed interface OrderCommand {

  /** A customer places the order. */
  record Place(
      String orderId, String customerId, String currency, List<OrderLine> lines, String method, Address shipTo, String fingerprint)
      implements OrderCommand {

    @Override
    public String toString() {
      return "Place[orderId=" + orderId + "]";
    }
  }

  /** Somebody cancels. */
  record Cancel(String reason, Requester by) implements OrderCommand {}

  /** An operator decides what becomes of an order that needs attention. */
  record Resolve(Resolution resolution) implements OrderCommand {}

  /** What an operator can decide. */
  enum Resolution {
    /** Ask again, as if for the first time. */
    RETRY,
    /** Undo everything, the unanswered step too. */
    UNDO
  }

  /** Somebody did what a step asked for. */
  record ReportDone(String step, Optional<String> reference) implements OrderCommand {}

  /** Somebody refused what a step asked for, and did nothing. */
  record ReportFailed(String step, String reason) implements OrderCommand {}

  /** Somebody undid a step. */
  record ReportUndone(String step) implements OrderCommand {}

  /** Somebody says it is too late to undo a step. */
  record ReportUndoRefused(String step, String reason) implements OrderCommand {}

  /** The carrier took the parcel. */
  record ReportDispatched() implements OrderCommand {}

  /** The parcel arrived. */
  record ReportDelivered() implements OrderCommand {}

  /** A deadline passed: look whether something is overdue. */
  record Wake() implements OrderCommand {}
}
