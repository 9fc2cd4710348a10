/** What can be asked. */
package dev.tradewind.insights.serving;
