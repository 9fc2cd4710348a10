/**
 * What tests of a service stand on: {@link dev.tradewind.testkit.DeciderSpec} for decisions, journal, bus and clock in memory for
 * whole flows in one thread, {@link dev.tradewind.testkit.Faults} to crash them anywhere, and the contract that every journal
 * passes.
 */
package dev.tradewind.testkit;
