/** Payments: money on hold, taken, let go, given back; each at most once, whatever fails. */
package dev.tradewind.payments;
