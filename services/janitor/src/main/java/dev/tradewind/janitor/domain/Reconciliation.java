package dev.tradewind.janitor.domain;

import dev.tradewind.core.Check;
import dev.tradewind.janitor.domain.Deed.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Of an order that ended every service did its part, or none did. It is told every deed in the order of {@link Deed#ORDER} and holds those of one
 * order at a time, and the sums of each product.
 */
public final class Reconciliation {

  private final Instant until;
  private final Optional<Instant> since;
  private final boolean withLedger;
  private final StockSums sums;
  private final Notes notes;
  private final List<Deed> open = new ArrayList<>();

  /**
   * @param until orders for which something happened later are not judged
   * @param since only orders that were placed since then are judged; empty when every deed there ever was is told
   * @param withLedger whether the provider's ledger is among the deeds
   */
  public Reconciliation(Instant until, Optional<Instant> since, boolean withLedger, StockSums sums, Notes notes) {
    this.until = Check.notNull(until, "until");
    this.since = Check.notNull(since, "since");
    this.withLedger = withLedger;
    this.sums = Check.notNull(sums, "sums");
    this.notes = Check.notNull(notes, "notes");
  }

  public void add(Deed deed) {
    if (!open.isEmpty() && !open.getFirst().subject().equals(deed.subject())) {
      end();
    }
    if (open.isEmpty() || !open.getLast().isRepeatOf(deed)) {
      open.add(deed);
    }
  }

  /** There are no more. */
  public void end() {
    if (open.isEmpty()) {
      return;
    }
    if (open.getFirst().part() == Part.RECEIPT) {
      open.forEach(receipt -> sums.received(receipt.units()));
    } else {
      var order = Whole.of(open.getFirst().subject(), open);
      sums.taken(order.stock());
      judge(order);
    }
    open.clear();
  }

  private void judge(Whole order) {
    if (order.captures() > 1 || order.ledger().filter(ledger -> ledger.captures() > 1).isPresent()) {
      notes.found(Kind.CAPTURED_TWICE, order.order(), "money was taken %d times".formatted(
          Math.max(order.captures(), order.ledger().map(Whole.Money::captures).orElse(0))));
    }
    if (order.youngest().isAfter(until)) {
      notes.count("orders too young to be judged", 1);
    } else if (since.isPresent() && order.placed().filter(at -> !at.isBefore(since.get())).isEmpty()) {
      notes.count("orders placed before what was asked for", 1);
    } else if (order.placed().isEmpty()) {
      nobodys(order);
    } else if (order.confirmed()) {
      notes.count("orders judged", 1);
      confirmed(order);
      ledger(order);
    } else if (order.undone()) {
      notes.count("orders judged", 1);
      undone(order);
      ledger(order);
    } else {
      notes.count("orders under way", 1);
    }
  }

  private void nobodys(Whole order) {
    found(!order.stock().isEmpty(), Kind.STOCK_WITHOUT_ORDER, order, "stock is taken for it, and no such order was ever placed");
    found(order.kept() != 0 || order.held(), Kind.PAYMENT_WITHOUT_ORDER, order, "money is taken or held for it, and no such order was ever placed");
    found(order.arranged(), Kind.SHIPMENT_WITHOUT_ORDER, order, "a parcel is arranged for it, and no such order was ever placed");
    found(order.ledger().filter(ledger -> ledger.kept() != order.kept()).isPresent(), Kind.LEDGER_DIFFERS, order,
        "the provider kept money for it, and no such order was ever placed");
  }

  private void confirmed(Whole order) {
    found(order.stock().isEmpty(), Kind.CONFIRMED_WITHOUT_STOCK, order, "it is confirmed, and no stock is taken for it");
    found(order.kept() != order.total(), Kind.CONFIRMED_WITHOUT_MONEY, order,
        "it is confirmed and costs %d, and %d were taken".formatted(order.total(), order.kept()));
    found(!order.arranged(), Kind.CONFIRMED_WITHOUT_SHIPMENT, order, "it is confirmed, and no parcel is arranged for it");
  }

  private void undone(Whole order) {
    found(!order.stock().isEmpty(), Kind.UNDONE_BUT_STOCK_TAKEN, order, "it is cancelled or rejected, and stock is taken for it");
    found(order.kept() != 0, Kind.UNDONE_BUT_CHARGED, order,
        "it is cancelled or rejected, and %d were taken and not given back".formatted(order.kept()));
    found(order.held(), Kind.UNDONE_BUT_MONEY_HELD, order, "it is cancelled or rejected, and money is on hold for it");
    found(order.arranged(), Kind.UNDONE_BUT_SHIPPED, order, "it is cancelled or rejected, and a parcel is arranged for it");
  }

  private void ledger(Whole order) {
    long theirs = order.ledger().map(Whole.Money::kept).orElse(0L);
    found(withLedger && theirs != order.kept(), Kind.LEDGER_DIFFERS, order,
        "the provider kept %d for it, our payments %d".formatted(theirs, order.kept()));
  }

  private void found(boolean drifted, Kind kind, Whole order, String what) {
    if (drifted) {
      notes.found(kind, order.order(), what);
    }
  }
}
