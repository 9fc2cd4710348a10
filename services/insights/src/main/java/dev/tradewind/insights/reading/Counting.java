package dev.tradewind.insights.reading;

import dev.tradewind.core.Check;
import dev.tradewind.insights.domain.Contribution;
import dev.tradewind.insights.domain.Pack;
import dev.tradewind.insights.domain.Sale;
import dev.tradewind.insights.reading.Counters.Contended;
import dev.tradewind.insights.reading.Counters.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Counts what sales contribute, each once for ever: whatever was counted before is left out, and the rest of its pack is counted. */
public final class Counting {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final int ATTEMPTS = 8;

  private final Counters counters;
  private final Function<Sale, List<Contribution>> contributions;

  /** @param contributions what a sale adds, which follows from the sale alone */
  public Counting(Counters counters, Function<Sale, List<Contribution>> contributions) {
    this.counters = Check.notNull(counters, "counters");
    this.contributions = Check.notNull(contributions, "contributions");
  }

  public Uni<Void> count(List<Sale> sales) {
    var packs = Pack.of(sales.stream().flatMap(sale -> contributions.apply(sale).stream()).toList());
    return Multi.createFrom().iterable(packs).onItem().transformToUniAndConcatenate(this::settle).collect().last();
  }

  private Uni<Void> settle(Pack pack) {
    return Uni.createFrom().deferred(() -> counters.add(pack))
        .onFailure(Contended.class).retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE).withJitter(1).atMost(ATTEMPTS)
        .flatMap(outcome -> switch (outcome) {
          case Outcome.Counted() -> Uni.createFrom().voidItem();
          case Outcome.Known(var names) -> {
            var rest = pack.without(names);
            yield rest.isEmpty() ? Uni.createFrom().voidItem() : settle(new Pack(rest));
          }
        });
  }
}
