/** Mistakes made on purpose, at least one for every invariant: a checker that finds none of them is no proof of anything. */
package dev.tradewind.simulator.sabotage;
