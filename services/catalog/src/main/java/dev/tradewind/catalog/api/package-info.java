/** Products and imports over HTTP. */
package dev.tradewind.catalog.api;
