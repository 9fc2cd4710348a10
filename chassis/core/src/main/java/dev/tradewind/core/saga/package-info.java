/**
 * A saga as a table: which steps, how each is undone, how long each may take, and what it means when it takes longer.
 *
 * <p>The idea is Garcia-Molina and Salem's, <em>Sagas</em> (1987). Here the saga has no store of its own: its progress is folded from
 * the events of the stream that runs it.
 */
package dev.tradewind.core.saga;
