/** A stand-in payment provider and a stand-in carrier, in one process, that behave and misbehave like real ones. */
package dev.tradewind.partners;
