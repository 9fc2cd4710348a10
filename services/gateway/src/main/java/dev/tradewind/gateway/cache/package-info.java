/** Products, remembered here and in Valkey: never older than it says, and never asked for twice at once. */
package dev.tradewind.gateway.cache;
