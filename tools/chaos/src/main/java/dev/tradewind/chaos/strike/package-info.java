/** What is done to the processes, when, and how they come back. */
package dev.tradewind.chaos.strike;
