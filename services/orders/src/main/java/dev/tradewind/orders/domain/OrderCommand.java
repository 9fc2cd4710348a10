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

  /** Somebody thinks that the order is fraud, because these rules fired. */
  record Suspect(List<String> rules, String detail) implements OrderCommand {

    public Suspect {
      rules = List.copyOf(rules);
    }
  }

  /** Shipping holds the parcel. */
  record ReportHeld() implements OrderCommand {}

  /** Shipping says it is too late to hold the parcel. */
  record ReportHoldRefused(String reason) implements OrderCommand {}

  /** An operator decides what becomes of an order in review. */
  record DecideReview(Verdict verdict) implements OrderCommand {}

  /** What an operator can decide of an order in review. */
  enum Verdict {
    /** Go on where it stood. */
    RELEASE,
    /** Undo everything. */
    CANCEL
  }
}
