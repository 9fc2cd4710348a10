/** Stand-ins for a payment provider, a carrier and a token issuer, in one process, that behave and misbehave like real ones. */
package dev.tradewind.partners;
