/** No more at once than can be done in time: what is too much is refused before any work is put into it. */
package dev.tradewind.gateway.shedding;
