package dev.tradewind.chaos.collect;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Whether a platform came to rest.
 *
 * @param atRest nothing waits in any queue and every order has ended; deadlines that are not due may remain
 * @param messages that were left in queues at the last look
 * @param openOrders that had not ended at the last look; empty while messages move, when they are not looked at
 * @param took how long was waited
 */
public record Settled(boolean atRest, long messages, OptionalLong openOrders, Duration took) {}
