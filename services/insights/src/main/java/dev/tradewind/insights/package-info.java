/** Insights: three independent readers of the central log. */
package dev.tradewind.insights;
