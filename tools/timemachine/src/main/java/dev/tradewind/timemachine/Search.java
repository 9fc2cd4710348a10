package dev.tradewind.timemachine;

import dev.tradewind.archive.format.ArchiveReader;
import dev.tradewind.archive.format.DamagedArchive;
import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.Span;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds everything about one order. There is no index: every object of the hours is read, but only lines that name the order are parsed. */
final class Search {

  private static final Comparator<LoggedCommit> BY_TIME = Comparator.comparing(LoggedCommit::at).thenComparing(LoggedCommit::source)
      .thenComparing(commit -> commit.stream().toString()).thenComparing(LoggedCommit::version);
  private static final int TELL_EVERY = 50;

  /**
   * What was found.
   *
   * @param commits each once, by time
   * @param objects how many objects were read
   */
  record Found(List<LoggedCommit> commits, int objects) {}

  private final ObjectStore store;
  private final LogCodec codec;
  private final Consumer<String> progress;

  Search(ObjectStore store, LogCodec codec, Consumer<String> progress) {
    this.store = store;
    this.codec = codec;
    this.progress = progress;
  }

  /** @throws Refused when the archive cannot be read, or knows nothing of the order in these hours */
  Found order(String orderId, Span hours) {
    var objects = new AtomicInteger();
    Map<String, LoggedCommit> once = new LinkedHashMap<>();
    try {
      new ArchiveReader(store, codec)
          .commits(hours, line -> line.contains(orderId), key -> {
            if (objects.incrementAndGet() % TELL_EVERY == 0) {
              progress.accept("%d objects read, now at %s".formatted(objects.get(), key.hour()));
            }
          })
          .filter(commit -> commit.cause().correlationId().equals(orderId))
          .collect().asList().await().indefinitely()
          .forEach(commit -> once.putIfAbsent(commit.source() + "/" + commit.id(), commit));
    } catch (DamagedArchive damaged) {
      throw Refused.answer(damaged.getMessage());
    } catch (SdkException unreachable) {
      throw Refused.answer("The archive cannot be read: " + unreachable.getMessage());
    }
    if (once.isEmpty()) {
      throw Refused.question("The archive knows no order %s (%d objects read%s); what happened in the last seconds may not be in it yet"
          .formatted(orderId, objects.get(), hours.equals(Span.all()) ? "" : ", from " + hours.from() + " to " + hours.to()));
    }
    return new Found(once.values().stream().sorted(BY_TIME).toList(), objects.get());
  }

  /** The hours between the two, each as far as there is one. */
  static Span hours(Optional<Instant> from, Optional<Instant> to) {
    var first = from.orElse(Span.all().from());
    var last = to.orElse(Span.all().to());
    if (first.isAfter(last)) {
      throw Refused.question("--from is %s, which is after --to, %s".formatted(first, last));
    }
    return new Span(first, last);
  }
}
