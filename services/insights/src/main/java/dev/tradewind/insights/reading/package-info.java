/** From batches of the log to what is kept: each reader takes the facts it wants, and whatever comes again changes nothing. */
package dev.tradewind.insights.reading;
