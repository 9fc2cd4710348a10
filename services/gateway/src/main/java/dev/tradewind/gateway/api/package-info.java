/** What clients call: thin resources, by version. */
package dev.tradewind.gateway.api;
