/** Views over HTTP. */
package dev.tradewind.queries.api;
