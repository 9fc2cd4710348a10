/** How many orders are let in. */
package dev.tradewind.orders.admission;
