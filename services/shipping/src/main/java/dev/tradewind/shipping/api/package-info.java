/** What operators can read over HTTP. */
package dev.tradewind.shipping.api;
