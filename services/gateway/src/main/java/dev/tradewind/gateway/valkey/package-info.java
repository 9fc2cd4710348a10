/** The connection to what replicas share, and what holds while there is none. */
package dev.tradewind.gateway.valkey;
