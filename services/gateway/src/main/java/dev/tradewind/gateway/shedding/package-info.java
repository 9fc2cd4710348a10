/** No more at once than can be done in time, and nothing longer than it has to be: what is too much is refused before any work is put into it. */
package dev.tradewind.gateway.shedding;
