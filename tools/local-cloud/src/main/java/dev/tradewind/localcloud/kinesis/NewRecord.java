package dev.tradewind.localcloud.kinesis;

/** What a producer gives. */
record NewRecord(String partitionKey, byte[] data) {}
