/**
 * The one idea: a step is one conditional write.
 *
 * <p>A {@link dev.tradewind.core.StreamHandler} receives a message, loads the stream, lets a pure
 * {@link dev.tradewind.core.Decider} decide, appends one {@link dev.tradewind.core.Commit} to the
 * {@link dev.tradewind.core.Journal}, hands the commit's messages to the {@link dev.tradewind.core.Dispatcher} and puts the commit into the
 * {@link dev.tradewind.core.EventLog}; only then may the caller acknowledge. The commit is event store, outbox and inbox at once.
 *
 * <p>Everything that makes code hard to test stands behind a one-method interface: time
 * ({@link java.time.InstantSource}), storage, sending and the outside world ({@link dev.tradewind.core.Edge}).
 */
package dev.tradewind.core;
