/** What can be asked over HTTP. */
package dev.tradewind.insights.api;
