package dev.tradewind.archive.writing;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.StreamId;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.log.LogRecord;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Commits as the log holds them. */
public final class Commits {

  public static final LogCodec CODEC = new LogCodec(new JsonCodec(Types.of()));

  private static final BigInteger FIRST = new BigInteger("49600000000000000000000000000000000000000000000000000000");

  private Commits() {}

  /** The commit of that version of one order's stream, made in the second of its version. */
  public static String text(int version) {
    return CODEC.write("orders", new Commit<>(new StreamId("order", "o-1"), version,
        new Cause("m-" + version, "", "o-1", ""), Instant.EPOCH.plusSeconds(version), List.of(), List.of()));
  }

  static LogRecord record(int index, Instant arrived, String text) {
    return record(index, arrived, text.getBytes(StandardCharsets.UTF_8));
  }

  static LogRecord record(int index, Instant arrived, byte[] data) {
    return new LogRecord(FIRST.add(BigInteger.valueOf(index)).toString(), arrived, "order/o-1", data);
  }
}
