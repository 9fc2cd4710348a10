package dev.tradewind.insights.reading;

import dev.tradewind.core.Check;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.insights.domain.Finding;
import dev.tradewind.insights.domain.FraudRules;
import dev.tradewind.insights.domain.Placement;
import dev.tradewind.insights.domain.RaisedSuspicion;
import dev.tradewind.insights.domain.Suspect;
import dev.tradewind.insights.domain.Suspicion;
import dev.tradewind.insights.domain.SuspicionEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Judges orders by those of the same customer around them. First the new ones are kept, then those around them are read, then every order whose
 * window they are in is judged, also one that came before them. So of two orders that are taken at the same moment in two places, the place that
 * reads last sees both; and the order in which they come does not matter.
 */
public final class FraudDesk {

  private static final int AT_ONCE = 16;

  private final FraudRules rules;
  private final Placements placements;
  private final StreamHandler<Suspicion, Suspect, SuspicionEvent> suspicions;
  private final SuspicionBook book;

  public FraudDesk(
      FraudRules rules, Placements placements, StreamHandler<Suspicion, Suspect, SuspicionEvent> suspicions, SuspicionBook book) {
    this.rules = Check.notNull(rules, "rules");
    this.placements = Check.notNull(placements, "placements");
    this.suspicions = Check.notNull(suspicions, "suspicions");
    this.book = Check.notNull(book, "book");
  }

  public Uni<Void> look(List<Placement> placed) {
    var byCustomer = placed.stream().collect(Collectors.groupingBy(Placement::customerId));
    return Multi.createFrom().iterable(placed).onItem().transformToUni(placements::keep).merge(AT_ONCE).collect().last()
        .chain(() -> Multi.createFrom().iterable(byCustomer.values()).onItem().transformToUni(this::judge).merge(AT_ONCE).collect().last());
  }

  private Uni<Void> judge(List<Placement> ofOneCustomer) {
    var times = ofOneCustomer.stream().map(Placement::at).collect(Collectors.toSet());
    var first = times.stream().min(Instant::compareTo).orElseThrow();
    var last = times.stream().max(Instant::compareTo).orElseThrow();
    return placements.ofCustomer(ofOneCustomer.getFirst().customerId(), rules.reach(first), rules.effect(last))
        .flatMap(around -> Multi.createFrom().iterable(rules.check(around))
            .filter(finding -> !finding.order().at().isBefore(first))
            .onItem().transformToUniAndConcatenate(this::raise).collect().last());
  }

  private Uni<Void> raise(Finding finding) {
    return suspicions.handle(finding.order().news(), Suspicion.stream(finding), new Suspect(finding))
        .flatMap(result -> book.enter(RaisedSuspicion.of(finding, raisedAt(result))));
  }

  private static Instant raisedAt(Result<Suspicion, SuspicionEvent> result) {
    return (switch (result) {
      case Result.Committed<Suspicion, SuspicionEvent>(var history, var state) -> state;
      case Result.Repeated<Suspicion, SuspicionEvent>(var history, var state, var commit) -> state;
      case Result.Unchanged<Suspicion, SuspicionEvent>(var history, var state) -> state;
      case Result.Refused<Suspicion, SuspicionEvent>(var state, var code, var detail) -> state;
      case Result.Postponed<Suspicion, SuspicionEvent>(var until) -> throw new IllegalStateException("a suspicion waits for nothing");
    }).raisedAt().orElseThrow();
  }
}
