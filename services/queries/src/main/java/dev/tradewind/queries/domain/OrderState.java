package dev.tradewind.queries.domain;

import java.util.Arrays;
import java.util.Optional;

/** The states in which orders are told. Those in between last for moments; only orders itself knows them. */
public enum OrderState {
  PLACED,
  CONFIRMED,
  DISPATCHED,
  DELIVERED,
  CANCELLING,
  CANCELLED,
  REJECTED,
  NEEDS_ATTENTION,
  IN_REVIEW;

  /** Nothing when a newer orders told a state that is not known here. */
  public static Optional<OrderState> named(String name) {
    return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
  }

  /** Whether an order never leaves it. */
  public boolean isEnd() {
    return this == DELIVERED || this == CANCELLED || this == REJECTED;
  }
}
