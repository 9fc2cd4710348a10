/** How far orders have come, and how soon they go on when a service that was away is back. */
package dev.tradewind.chaos.recovery;
