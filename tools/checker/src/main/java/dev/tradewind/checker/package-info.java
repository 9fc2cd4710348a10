/**
 * Decides from {@link dev.tradewind.checker.Evidence} alone whether the promise was kept: an accepted order always reaches an end, is
 * never charged twice, never oversells, is never lost. It shares no code with what it judges, so that no mistake is believed because it
 * was made twice.
 */
package dev.tradewind.checker;
