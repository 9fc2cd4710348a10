/** How much a caller may ask for. */
package dev.tradewind.gateway.limits;
