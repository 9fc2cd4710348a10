/**
 * Reads the central log with the Kinesis Client Library: leases, checkpoints and shards are its job, batches that come again unchanged are
 * ours.
 */
package dev.tradewind.log;
