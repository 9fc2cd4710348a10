/** Calls of the services behind the gateway: found, guarded, bounded. */
package dev.tradewind.gateway.upstream;
