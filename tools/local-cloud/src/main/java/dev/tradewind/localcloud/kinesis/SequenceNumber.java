package dev.tradewind.localcloud.kinesis;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Where a record stands in its shard. Written as Kinesis does: 186 bits, 56 digits, growing with time, with the shard in it where
 * the Kinesis Client Library looks for it.
 *
 * @param arrivalMillis when the record came
 * @param index how many records came to the shard before it
 * @param shard the shard's number
 */
record SequenceNumber(long arrivalMillis, long index, int shard) {

  private static final int VERSION = 2;
  private static final int VERSION_AT = 184;
  private static final int ARRIVAL_AT = 136;
  private static final int INDEX_AT = 36;
  private static final int SHARD_AT = 4;
  private static final int BITS = 186;

  static Optional<SequenceNumber> parse(String text) {
    if (!text.matches("[1-9]\\d{0,55}")) {
      return Optional.empty();
    }
    var number = new BigInteger(text);
    var parsed = new SequenceNumber(
        bits(number, ARRIVAL_AT, VERSION_AT - ARRIVAL_AT), bits(number, INDEX_AT, Long.SIZE - 1), (int) bits(number, SHARD_AT, Integer.SIZE));
    return number.bitLength() == BITS && parsed.toString().equals(text) ? Optional.of(parsed) : Optional.empty();
  }

  private static long bits(BigInteger number, int at, int count) {
    return number.shiftRight(at).longValue() & (-1L >>> (Long.SIZE - count));
  }

  @Override
  public String toString() {
    return BigInteger.valueOf(VERSION).shiftLeft(VERSION_AT)
        .or(BigInteger.valueOf(arrivalMillis).shiftLeft(ARRIVAL_AT))
        .or(BigInteger.valueOf(index).shiftLeft(INDEX_AT))
        .or(BigInteger.valueOf(shard).shiftLeft(SHARD_AT))
        .or(BigInteger.TWO)
        .toString();
  }
}
