package dev.tradewind.chaos.outage;

import java.time.Instant;

/**
 * When what happened.
 *
 * @param began the overload
 * @param away the provider went
 * @param back the provider returned
 * @param ended the overload
 * @param rate orders a second that were asked for
 */
record Course(Instant began, Instant away, Instant back, Instant ended, double rate) {}
