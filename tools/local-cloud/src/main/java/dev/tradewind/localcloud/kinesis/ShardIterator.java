package dev.tradewind.localcloud.kinesis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * A place in a shard to read from, as clients hold it: opaque, and good for five minutes.
 *
 * @param directory of the stream, so that the iterator of a deleted stream is not taken for one of its successor
 * @param index of the next record
 */
record ShardIterator(String stream, String directory, int shard, long index, long issuedMillis) {

  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final int PARTS = 5;

  String encoded() {
    return Base64.getEncoder().encodeToString(
        String.join(" ", stream, directory, Integer.toString(shard), Long.toString(index), Long.toString(issuedMillis))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** @throws KinesisException when the text is no iterator or an expired one */
  static ShardIterator decode(String text, long nowMillis) {
    var iterator = parse(text);
    if (nowMillis - iterator.issuedMillis() > LIFETIME.toMillis()) {
      throw KinesisException.of("ExpiredIteratorException", "Iterator expired. The iterator was created at time " + iterator.issuedMillis()
          + " while right now it is " + nowMillis + " which is further in the future than the tolerated delay of " + LIFETIME.toMillis()
          + " milliseconds.");
    }
    return iterator;
  }

  private static ShardIterator parse(String text) {
    try {
      var parts = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
      if (parts.length == PARTS) {
        return new ShardIterator(parts[0], parts[1], Integer.parseInt(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4]));
      }
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  static KinesisException invalid() {
    return KinesisException.invalidArgument("Invalid ShardIterator.");
  }
}
