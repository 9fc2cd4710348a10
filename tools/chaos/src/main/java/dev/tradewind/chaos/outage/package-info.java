/** More orders than can be carried out, and in the middle the payment provider goes away and comes back. */
package dev.tradewind.chaos.outage;
