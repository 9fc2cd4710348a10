package dev.tradewind.localcloud.kinesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys of one shard: records go to the shard whose range holds the MD5 of their partition key, read as a number.
 *
 * @param first the first key, included
 * @param last the last key, included
 */
record HashRange(BigInteger first, BigInteger last) {

  private static final int KEY_BITS = 128;
  private static final BigInteger KEYS = BigInteger.TWO.pow(KEY_BITS);

  /** All keys in so many ranges of the same size; the last takes what does not divide. */
  static List<HashRange> split(int count) {
    var size = KEYS.divide(BigInteger.valueOf(count));
    return IntStream.range(0, count)
        .mapToObj(index -> new HashRange(
            size.multiply(BigInteger.valueOf(index)),
            (index == count - 1 ? KEYS : size.multiply(BigInteger.valueOf(index + 1L))).subtract(BigInteger.ONE)))
        .toList();
  }

  static BigInteger keyOf(String partitionKey) {
    try {
      return new BigInteger(1, MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has MD5", e);
    }
  }

  /** @throws KinesisException when the text is no key */
  static BigInteger explicitKey(String text) {
    try {
      var key = new BigInteger(text);
      if (key.signum() >= 0 && key.compareTo(KEYS) < 0) {
        return key;
      }
      throw KinesisException.invalidArgument("Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. "
          + "Specified value was " + text);
    } catch (NumberFormatException e) {
      throw KinesisException.invalid("explicitHashKey", text, "Member must satisfy regular expression pattern: 0|([1-9]\\d{0,38})");
    }
  }

  boolean holds(BigInteger key) {
    return first.compareTo(key) <= 0 && key.compareTo(last) <= 0;
  }
}
