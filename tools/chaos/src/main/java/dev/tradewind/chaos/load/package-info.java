/** Customers: they order all sorts of things, change their minds, and repeat what was not answered. */
package dev.tradewind.chaos.load;
