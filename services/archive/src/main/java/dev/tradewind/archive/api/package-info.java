/** What operators can read over HTTP. */
package dev.tradewind.archive.api;
