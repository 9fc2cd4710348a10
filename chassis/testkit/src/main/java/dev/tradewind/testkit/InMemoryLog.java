package dev.tradewind.testkit;

import dev.tradewind.core.Commit;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** A central log in a list. Every commit is really written, so that what cannot be logged is found where it is put. */
public final class InMemoryLog implements EventLog {

  private final LogCodec codec;
  private final List<String> records = new ArrayList<>();

  private InMemoryLog(LogCodec codec) {
    this.codec = codec;
  }

  public static InMemoryLog through(JsonCodec codec) {
    return new InMemoryLog(new LogCodec(codec));
  }

  @Override
  public Uni<Void> put(String service, Commit<?> commit) {
    return Uni.createFrom().voidItem().invoke(() -> add(codec.write(service, commit)));
  }

  /** Everything ever put, in order, repeats and all. */
  public synchronized List<LoggedCommit> records() {
    return records.stream().map(codec::read).toList();
  }

  /** The commit as a reader of the log must find it. */
  public LoggedCommit asRecord(String service, Commit<?> commit) {
    return codec.read(codec.write(service, commit));
  }

  private synchronized void add(String record) {
    records.add(record);
  }
}
