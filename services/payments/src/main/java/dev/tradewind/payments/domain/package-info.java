/**
 * The payment of one order: what was meant, what came of it, and what follows. Pure.
 *
 * <p>Every call to the provider is committed as an intent before it is made and as an outcome after. An intent without an outcome is
 * never guessed about: whoever comes next, with whatever question, first finds out what became of it.
 */
package dev.tradewind.payments.domain;
