package dev.tradewind.janitor.domain;

import java.util.Locale;

/** What can have drifted apart, and what a person does about it. */
public enum Kind {
  MISSING_IN_ARCHIVE("look at the lag and the trouble of the archive service; if it went on without the commit, rewind its reader to before it"),
  MISSING_IN_LOG("deliver the commit's message again (redrive its dead-letter queue): whoever handles a repeat puts the commit again"),
  NOT_IN_JOURNAL("a journal lost an item, or somebody wrote into the log: restore the table to a time before, beside the old one, and compare"),
  CHANGED("a journal or an object was changed by hand: compare both with older versions (the bucket's, and a restored table)"),
  GAP("a journal lost an item: the archive has it; restore the table to a time before beside the old one, and put the item back"),
  STOCK_WITHOUT_ORDER("no order will ever give these units back: send ReleaseStock for this id"),
  PAYMENT_WITHOUT_ORDER("no order will ever give this money back: send VoidPayment or RefundPayment for this id"),
  SHIPMENT_WITHOUT_ORDER("nobody pays for this parcel: send CancelShipment for this id, or stop it at the carrier"),
  CAPTURED_TWICE("refund one of the two at the provider, and find out how it came to it: this must not be possible"),
  CONFIRMED_WITHOUT_STOCK("the order was promised units that are not set aside: look at its timeline, then let a person decide"),
  CONFIRMED_WITHOUT_MONEY("the order is carried out and not paid, or not in full: look at its timeline and at the provider's ledger"),
  CONFIRMED_WITHOUT_SHIPMENT("the order is paid and no carrier knows of it: look at its timeline, then let a person decide"),
  UNDONE_BUT_STOCK_TAKEN("units are set aside for nobody: send ReleaseStock for this order"),
  UNDONE_BUT_CHARGED("the customer paid for nothing: send RefundPayment for this order"),
  UNDONE_BUT_MONEY_HELD("the customer cannot spend money that nobody will take: send VoidPayment for this order"),
  UNDONE_BUT_SHIPPED("a parcel goes out for nothing: send CancelShipment for this order, or stop it at the carrier"),
  LEDGER_DIFFERS("the provider's books and ours disagree, and theirs count: look at the order's timeline for the call whose answer was lost"),
  STOCK_SUM_WRONG("count the shelf; then correct it by a receipt, or by hand, and keep the finding with the correction");

  private final String advice;

  Kind(String advice) {
    this.advice = advice;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }

  /** Its name where people and programs read it, such as {@code captured-twice}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
