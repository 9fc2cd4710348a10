/** The readers at work: each starts, stops and is told of by itself. */
package dev.tradewind.insights.readers;
