package dev.tradewind.launcher.resources;

/** What applying one resource did. */
enum Change {
  CREATED, UPDATED, UNCHANGED
}
