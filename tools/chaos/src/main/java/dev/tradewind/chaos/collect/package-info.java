/**
 * Waits until a platform has come to rest and reads back what it then holds, from every place where it is kept, as evidence for the
 * checker.
 *
 * <p>It reads what is stored and makes no use of the services' own classes: whoever judges a journal by the code that wrote it overlooks
 * what that code gets wrong. What a stored item looks like, and which ids its messages have, is therefore said here once more.
 */
package dev.tradewind.chaos.collect;
