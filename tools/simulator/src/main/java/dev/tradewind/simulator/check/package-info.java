/**
 * Everything that can happen in a few small worlds, tried to the last possibility, over the same code that runs in production.
 *
 * <p><b>A situation</b> is what is kept (journals, shelves, the partners' books, queues) and a moment in the life of each process. Handlers are
 * continuations and cannot be copied; but a process does only what follows from what it was fed, so another one fed the same
 * is its copy. What a process did once is remembered and need not be run again.
 *
 * <p><b>A step</b> is one effect (a write, a send, a call), the receipt of a message or request, a fault, or the passing of time. Reads belong to the effect
 * or receipt before them, an acknowledgement to the effect with which a task ends. A process dies just after one of its effects, before or after
 * it acknowledges: dying later, before its next effect, is the same. A message that is delivered twice leaves a copy behind when it is
 * received, which may be received at any later time.
 *
 * <p><b>The search</b> is depth first and keeps a 64-bit fingerprint of each situation; what was reached before is not explored again. Two
 * situations that differ are taken for one with a chance of about n² / 2^65: less than one in a million for five million situations.
 * What is left out, because it can show nothing new, is said in {@link dev.tradewind.simulator.check.Choices}.
 *
 * <p><b>The central log is left out</b> of most worlds. Nobody here reads it, and each put is one more effect beside every send. In the worlds that have
 * it, it must hold in the end what the journals hold: while something is under way, a commit may stand and not be logged yet.
 *
 * <p><b>What is decided.</b> The checker's invariants on money, stock, streams, answers and all-or-nothing hold in every situation. Every run
 * comes to an end, because none comes back to where it was; there all invariants hold, and everything ever sent, handled once more a
 * year later, first in one order and then in another, changes nothing.
 */
package dev.tradewind.simulator.check;
