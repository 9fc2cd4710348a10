/** A simulated world: what happens when, what processes stand on, what goes wrong, and who looks at it in the end. */
package dev.tradewind.simulator.world;
