package dev.tradewind.insights.reading;

import java.time.Instant;

/**
 * A record that a reader could not understand, and passed over. Its bytes are in the archive.
 *
 * @param reader whose it was
 * @param sequenceNumber its place in the shard
 * @param arrived when the log took it
 * @param reason what was wrong
 */
public record Parked(ReaderName reader, String shard, String sequenceNumber, Instant arrived, String reason) {}
