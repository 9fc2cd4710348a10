package dev.tradewind.log;

import dev.tradewind.core.Check;
import dev.tradewind.core.wire.UnreadableMessage;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

  /**
   * Its bytes as text, decoded strictly: what is not UTF-8 would come back as something else.
   *
   * @throws UnreadableMessage when they are not UTF-8
   */
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableMessage("not UTF-8");
    }
  }

  /** Less than 0 when it stands before that place, 0 when it stands there. */
  int compareTo(String otherNumber) {
    return new BigInteger(sequenceNumber).compareTo(new BigInteger(otherNumber));
  }
}
