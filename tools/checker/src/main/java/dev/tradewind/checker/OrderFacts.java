package dev.tradewind.checker;

import java.util.OptionalLong;

/** What the evidence says about one order. */
final class OrderFacts {

  private final String id;
  private final Money money = new Money();
  private boolean accepted;
  private OptionalLong total = OptionalLong.empty();
  private boolean known;
  private int ends;
  private boolean delivered;
  private boolean confirmed;
  private String lastEvent = "none";
  private int takingTokens;
  private int arrangedParcels;

  OrderFacts(String id) {
    this.id = id;
  }

  void accepted(long costs) {
    accepted = true;
    total = OptionalLong.of(costs);
  }

  void happened(Stream stream) {
    for (var commit : stream.commits()) {
      for (var event : commit.events()) {
        happened(event);
      }
    }
  }

  private void happened(String event) {
    lastEvent = event;
    switch (event) {
      case "OrderPlaced" -> known = true;
      case "OrderConfirmed" -> confirmed = true;
      case "OrderCancelled", "OrderRejected" -> {
        confirmed = false;
        ends++;
      }
      case "OrderDelivered" -> {
        delivered = true;
        ends++;
      }
      default -> {
        // Every other event is on the way to an end.
      }
    }
  }

  void add(Token token) {
    takingTokens += token.state().takes() ? 1 : 0;
  }

  void add(Parcel parcel) {
    arrangedParcels += parcel.status().arranged() ? 1 : 0;
  }

  String id() {
    return id;
  }

  /** Whether some client heard that the order was accepted. */
  boolean accepted() {
    return accepted;
  }

  /** What it costs, in minor units; empty when no client heard that it was accepted. */
  OptionalLong total() {
    return total;
  }

  /** Whether there is a stream in which it was placed. */
  boolean known() {
    return known;
  }

  /** How often it came to an end; more than once is wrong too. */
  int ends() {
    return ends;
  }

  boolean ended() {
    return ends > 0;
  }

  boolean delivered() {
    return delivered;
  }

  /** Whether it was confirmed and that was not undone. */
  boolean confirmed() {
    return confirmed;
  }

  String lastEvent() {
    return lastEvent;
  }

  /** How many tokens hold stock for it. */
  int takingTokens() {
    return takingTokens;
  }

  /** How many parcels the carrier has for it. */
  int arrangedParcels() {
    return arrangedParcels;
  }

  Money money() {
    return money;
  }
}
