/** Who calls, and what they may do. */
package dev.tradewind.gateway.access;
