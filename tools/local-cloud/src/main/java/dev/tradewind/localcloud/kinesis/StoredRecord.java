package dev.tradewind.localcloud.kinesis;

/** A record of a shard, its index there, and when it came. */
record StoredRecord(long index, long arrivalMillis, String partitionKey, byte[] data) {}
