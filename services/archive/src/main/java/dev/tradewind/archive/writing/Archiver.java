package dev.tradewind.archive.writing;

import dev.tradewind.archive.format.Manifests;
import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.ObjectStore.Content;
import dev.tradewind.archive.format.Parked;
import dev.tradewind.core.Check;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.log.Batch;
import dev.tradewind.log.LogHandler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Writes each batch of the log into the archive: first what could not be read, then the commits, then the manifest. Each of them may be written
 * again: names and contents follow from the batch. The batch counts as done after the last.
 */
public final class Archiver implements LogHandler {

  private static final Logger LOG = Logger.getLogger("tradewind.archive");

  private final ObjectStore store;
  private final Manifests manifests;
  private final Sorting sorting;
  private final Counter objects;
  private final Counter bytes;
  private final Counter parked;

  public Archiver(ObjectStore store, LogCodec codec, MeterRegistry meters) {
    this.store = Check.notNull(store, "store");
    this.manifests = new Manifests(store);
    this.sorting = new Sorting(Check.notNull(codec, "codec"));
    this.objects = meters.counter("tradewind.archive.objects");
    this.bytes = meters.counter("tradewind.archive.bytes");
    this.parked = meters.counter("tradewind.archive.parked");
  }

  @Override
  public Uni<Void> accept(Batch batch) {
    return Uni.createFrom().deferred(() -> Multi.createFrom().iterable(Piece.of(batch, sorting))
        .onItem().transformToUniAndConcatenate(this::write)
        .collect().last().replaceWithVoid());
  }

  private Uni<Void> write(Piece piece) {
    var lines = piece.lines();
    var content = piece.content(lines);
    return Multi.createFrom().iterable(piece.parked()).onItem().transformToUniAndConcatenate(this::park).collect().last()
        .chain(() -> store.put(piece.key().toString(), content))
        .chain(() -> manifests.add(piece.key().hour(), piece.key().shard(), piece.entry(lines)))
        .invoke(() -> {
          objects.increment();
          bytes.increment(content.bytes().length);
        });
  }

  private Uni<Void> park(Parked record) {
    return store.put(record.key(), new Content(record.json(), "application/json", Map.of())).invoke(() -> {
      parked.increment();
      LOG.warnf("record-parked shard=%s sequence=%s reason=%s key=%s", record.shard(), record.sequenceNumber(), record.reason(), record.key());
    });
  }
}
