package dev.tradewind.e2e;

/** An order that was accepted. */
record Order(String id, NewOrder wanted) {}
