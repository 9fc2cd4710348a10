package dev.tradewind.peer;

/** Where an order's saga stands: which answer it waits for, or how it ended. */
enum Stage {
  RESERVING, AUTHORIZING, ARRANGING, CAPTURING,
  CONFIRMED, DISPATCHED, DELIVERED,
  CANCELLING_SHIPMENT, VOIDING, RELEASING,
  CANCELLED, REJECTED
}
