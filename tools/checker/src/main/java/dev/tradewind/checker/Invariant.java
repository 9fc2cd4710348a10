package dev.tradewind.checker;

/** One promise, and how to see in the facts whether it was kept. */
@FunctionalInterface
interface Invariant {

  Finding examine(Facts facts);
}
