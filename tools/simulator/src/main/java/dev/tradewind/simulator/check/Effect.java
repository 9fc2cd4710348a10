package dev.tradewind.simulator.check;

import java.util.function.Function;

/**
 * What a process has asked for and not heard of yet. It is data, so that it can happen without the process that asked.
 *
 * @param number its place among all effects of that process
 * @param handling the number of the handling on whose behalf it was asked for
 * @param what for the timeline
 * @param id the same for effects that do the same
 * @param action does it, and says what the process hears
 */
record Effect(int number, int handling, Object what, long id, Function<Kept, Object> action) {}
