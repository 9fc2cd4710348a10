package dev.tradewind.insights.reading;

import dev.tradewind.insights.domain.Told;
import dev.tradewind.log.LogRecord;
import io.smallrye.mutiny.Uni;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Records as the log hands them out. */
final class Records {

  private static final BigInteger FIRST = new BigInteger("49600000000000000000000000000000000000000000000000000000");

  private Records() {}

  static List<LogRecord> of(List<String> texts) {
    return IntStream.range(0, texts.size()).mapToObj(i -> record(i, texts.get(i).getBytes(StandardCharsets.UTF_8))).toList();
  }

  static LogRecord record(int index, byte[] data) {
    return new LogRecord(FIRST.add(BigInteger.valueOf(index)).toString(), Told.NOON.plusSeconds(index), "order/o-1", data);
  }

  static Parking remembering(Collection<Parked> parked) {
    return record -> Uni.createFrom().voidItem().invoke(() -> parked.add(record));
  }
}
