/** One answer made of what several services say: the order must be there, the rest may be missing. */
package dev.tradewind.gateway.composition;
