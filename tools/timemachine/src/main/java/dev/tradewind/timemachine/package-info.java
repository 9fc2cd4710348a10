/** Looks back: what every service knew when, and what an order was at any moment, from the archive. */
package dev.tradewind.timemachine;
