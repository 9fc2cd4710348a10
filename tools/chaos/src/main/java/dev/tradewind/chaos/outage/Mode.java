package dev.tradewind.chaos.outage;

import java.util.List;

/** How the provider is away. */
enum Mode {
  /** Every connection is closed at once. */
  REFUSE("refuse"),
  /** Nothing is answered until it is back. */
  HANG("hang"),
  /** The first half of the time the one, the second half the other. */
  BOTH("refuse", "hang");

  private final List<String> inTurn;

  Mode(String... inTurn) {
    this.inTurn = List.of(inTurn);
  }

  /** What the stand-in provider calls it; each for its share of the time. */
  List<String> inTurn() {
    return inTurn;
  }
}
