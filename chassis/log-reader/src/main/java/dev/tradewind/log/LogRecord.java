package dev.tradewind.log;

import dev.tradewind.core.Check;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A record of the log as it came.
 *
 * @param sequenceNumber its place in its shard: decimal digits, growing
 * @param arrived when the log took it, about; not always growing
 * @param partitionKey what decided its shard
 * @param data its bytes, which nobody changes
 */
public record LogRecord(String sequenceNumber, Instant arrived, String partitionKey, byte[] data) {

  public LogRecord {
    Check.notBlank(sequenceNumber, "sequenceNumber");
    Check.notNull(arrived, "arrived");
    Check.notNull(partitionKey, "partitionKey");
    Check.notNull(data, "data");
  }

  /** Less than 0 when it stands before that place, 0 when it stands there. */
  int compareTo(String otherNumber) {
    return new BigInteger(sequenceNumber).compareTo(new BigInteger(otherNumber));
  }
}
