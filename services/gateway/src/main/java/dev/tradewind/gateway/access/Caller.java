package dev.tradewind.gateway.access;

/** Who calls. */
public sealed interface Caller {

  /** The customer's id, the operator's name, or the address of somebody who did not say. */
  String id();

  /** Buys: sees and changes what is theirs, and nothing else. */
  record Customer(String id) implements Caller {}

  /** Works here: sees and changes everybody's. */
  record Operator(String id) implements Caller {}

  /** Sent no token: sees the catalog. */
  record Anonymous(String id) implements Caller {}
}
