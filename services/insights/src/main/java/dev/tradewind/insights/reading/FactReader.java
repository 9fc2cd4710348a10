package dev.tradewind.insights.reading;

import dev.tradewind.core.Check;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.log.Batch;
import dev.tradewind.log.LogHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a batch: what cannot be understood is parked, the facts in the rest are taken, all at once. Both may happen again, and must then change
 * nothing.
 */
public final class FactReader<F> implements LogHandler {

  private final ReaderName reader;
  private final Facts<F> facts;
  private final Function<List<F>, Uni<Void>> take;
  private final Parking parking;

  /** @param take what is done with the facts of a batch; when it fails the batch comes again */
  public FactReader(ReaderName reader, Facts<F> facts, Function<List<F>, Uni<Void>> take, Parking parking) {
    this.reader = Check.notNull(reader, "reader");
    this.facts = Check.notNull(facts, "facts");
    this.take = Check.notNull(take, "take");
    this.parking = Check.notNull(parking, "parking");
  }

  @Override
  public Uni<Void> accept(Batch batch) {
    return Uni.createFrom().deferred(() -> {
      var found = new ArrayList<F>();
      var parked = new ArrayList<Parked>();
      for (var record : batch.records()) {
        try {
          found.addAll(facts.of(record.text()));
        } catch (UnreadableMessage unreadable) {
          parked.add(new Parked(reader, batch.shard(), record.sequenceNumber(), record.arrived(), unreadable.getMessage()));
        }
      }
      return Multi.createFrom().iterable(parked).onItem().transformToUniAndConcatenate(parking::park).collect().last()
          .chain(() -> found.isEmpty() ? Uni.createFrom().voidItem() : take.apply(found));
    });
  }
}
