package dev.tradewind.simulator.world;

import dev.tradewind.core.Command;

/** Something that no service asked for and none understands. */
record Garbage(int number) implements Command {}
