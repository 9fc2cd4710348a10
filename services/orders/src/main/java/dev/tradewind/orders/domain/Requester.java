package dev.tradewind.orders.domain;

/** Who asks for something to be done with an order. */
public enum Requester {
  CUSTOMER,
  OPERATOR
}
