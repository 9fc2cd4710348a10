package dev.tradewind.timemachine;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.Span;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.views.Archive;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** What orders ever told, out of the archive. */
final class ArchivedOrders implements Archive {

  private static final String FROM_ORDERS = "\"source\":\"/tradewind/orders\"";
  private static final int TELL_EVERY = 5_000;

  private final ArchiveReader reader;
  private final LogCodec codec;
  private final Span hours;
  private final Function<Instant, Uni<Void>> complete;
  private final Consumer<String> progress;
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong askedAt = new AtomicLong();
  private final AtomicLong completeAt = new AtomicLong();

  /** @param complete waits until the archive holds everything that was told before a time */
  ArchivedOrders(ArchiveReader reader, LogCodec codec, Span hours, Function<Instant, Uni<Void>> complete, Consumer<String> progress) {
    this.reader = reader;
    this.codec = codec;
    this.hours = hours;
    this.complete = complete;
    this.progress = progress;
  }

  @Override
  public Multi<Message> toldBefore(Instant time) {
    askedAt.set(System.nanoTime());
    return complete.apply(time).invoke(() -> completeAt.set(System.nanoTime())).onItem().transformToMulti(ready -> reader.commits(hours, line -> line.contains(FROM_ORDERS), key -> {})
        .invoke(this::tell)
        .onItem().transformToIterable(codec::messages)
        .filter(message -> OrderView.of(message).isPresent()));
  }

  /** Commits of orders that were read so far. */
  long read() {
    return read.get();
  }

  /** How long it took until the archive was complete. */
  Duration waited() {
    return Duration.ofNanos(completeAt.get() - askedAt.get());
  }

  /** How long ago the archive was complete, and reading began. */
  Duration reading() {
    return Duration.ofNanos(System.nanoTime() - completeAt.get());
  }

  private void tell(Object commit) {
    if (read.incrementAndGet() % TELL_EVERY == 0) {
      progress.accept("%,d commits of orders read".formatted(read.get()));
    }
  }
}
