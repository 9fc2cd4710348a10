/**
 * The whole platform in one thread, against every kind of fault, so fast that a laptop sees millions of orders go wrong and right.
 *
 * <p><b>What is real.</b> Handlers, deciders, saga, edges, message mapping, grouped stock, the journal cache: the same classes that run in
 * production, from the services' own jars. <b>What is simulated</b> is all they stand on: journals and stock tables with their conditions,
 * queues with visibility, back-off and dead-letter queues, topics, the payment provider, the carrier, clocks and processes.
 *
 * <p><b>A world</b> is one bounded run. Its {@link dev.tradewind.simulator.world.Plan} follows from a seed: how many orders and instances, and
 * which faults at which rates. Everything that happens is an event in one
 * {@link dev.tradewind.simulator.world.Agenda}: time is a number there, so a year costs nothing. A process does nothing to the world
 * but through its {@link dev.tradewind.simulator.world.Ports}; each effect happens some milliseconds after it was asked for, and
 * between the two its process may die, stand still, or see others go first. {@link dev.tradewind.simulator.world.Fate} decides
 * whatever is left open, by chance. In {@link dev.tradewind.simulator.check worlds that are small enough} every possibility is tried instead.
 *
 * <p><b>Its course</b>: orders are placed, repeated and cancelled while faults strike. Then the faults stop, operators retry what needs
 * attention and redrive the dead-letter queues, and everything comes to rest. The checker decides from the evidence. A year later every message
 * ever sent is delivered once more, in any order, and the evidence must not change.
 *
 * <p><b>A failure</b> is a seed. The same seed gives the same world, told step by step; shrinking leaves out orders and faults
 * while it still fails. The simulator itself is tested by {@link dev.tradewind.simulator.sabotage mistakes made on purpose}, each of which the
 * checker must find.
 */
package dev.tradewind.simulator;
