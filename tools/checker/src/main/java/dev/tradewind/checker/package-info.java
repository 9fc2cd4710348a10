/**
 * Decides from {@link dev.tradewind.checker.Evidence} alone whether the promise was kept: an accepted order always reaches an end, is
 * never charged twice, never oversells, is never lost. It shares no code with what it judges, so that no mistake is believed because it
 * was made twice.
 *
 * <p>{@link dev.tradewind.checker.Checker} reads the evidence once into what it says about each order, and shows it to every
 * {@link dev.tradewind.checker.Invariant}. Each of them is one small class that knows one promise; a new promise is one more class and a
 * line in the checker. Whether messages handled again change anything takes two pieces of evidence, and is asked by itself.
 */
package dev.tradewind.checker;
