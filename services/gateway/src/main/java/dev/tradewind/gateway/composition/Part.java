package dev.tradewind.gateway.composition;

/** A part of an answer that it can do without. */
public sealed interface Part<T> {

  record Available<T>(T value) implements Part<T> {}

  /** @param reason for the client */
  record Unavailable<T>(String reason) implements Part<T> {}
}
