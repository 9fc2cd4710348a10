package dev.tradewind.simulator.check;

import static dev.tradewind.checker.Sending.Fate.LOST;
import static dev.tradewind.checker.Sending.Fate.PROCESSED;
import static dev.tradewind.checker.Sending.Fate.WAITING;

import dev.tradewind.checker.Checker;
import dev.tradewind.checker.Evidence;
import dev.tradewind.checker.Finding;
import dev.tradewind.checker.Request;
import dev.tradewind.checker.Sending;
import dev.tradewind.checker.Verdict;
import dev.tradewind.simulator.world.LogBook;
import dev.tradewind.simulator.world.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides about situations: what must hold in every one, and what must hold where nothing is left to happen. */
final class Judge {

  /** That all orders ended, and that all messages were handled, can only be said at the end. */
  private static final Set<Integer> AT_THE_END = Set.of(1, 7);

  private static final Duration A_YEAR = Duration.ofDays(365);
  private static final int MOST_STEPS = 10_000;

  private final Setting setting;
  private final Set<Long> judged = new HashSet<>();
  private final Set<Long> repeated = new HashSet<>();

  Judge(Setting setting) {
    this.setting = setting;
  }

  /** What is wrong here, if anything is. */
  Optional<String> wrong(Situation situation) {
    var kept = situation.kept();
    if (kept.odd().isPresent()) {
      return kept.odd();
    }
    return judged.add(kept.seen())
        ? violations(new Verdict(Checker.check(evidence(kept, Optional.empty())).findings().stream().filter(finding -> !AT_THE_END.contains(finding.number())).toList()))
        : Optional.empty();
  }

  /** What is wrong with an end, or with what comes of handling everything once more a year later. */
  Optional<String> wrongAtEnd(Situation end) {
    if (!repeated.add(end.kept().hash())) {
      return Optional.empty();
    }
    var before = evidenceAtEnd(end.kept());
    return violations(Checker.check(before))
        .or(() -> changed(before, end, steps -> 0))
        .or(() -> changed(before, end, steps -> steps - 1));
  }

  private Optional<String> changed(Evidence before, Situation end, IntUnaryOperator choice) {
    var situation = aYearLater(end);
    for (int taken = 0; taken < MOST_STEPS; taken++) {
      var steps = situation.steps();
      if (steps.isEmpty()) {
        var after = situation.kept();
        return after.odd().or(() -> violation(Checker.unchanged(before, evidenceAtEnd(after))));
      }
      situation = situation.take(steps.get(choice.applyAsInt(steps.size()))).getFirst().situation();
    }
    return Optional.of("a year later everything is handled once more, and it does not come to rest");
  }

  private Situation aYearLater(Situation end) {
    var kept = end.kept().fork();
    kept.mail().sent().values().forEach(sent -> kept.mail().put(setting.waiting(sent.delivery())));
    var lives = IntStream.range(0, setting.places()).mapToObj(place -> Life.fresh(setting, place)).toList();
    return new Situation(setting, kept, lives, end.now().plus(A_YEAR), Left.of(new Left.Bounds(0, 0, 0), setting.world().orders().size()));
  }

  /** What stands in a journal may still be on its way into the log; at the end it is there. */
  private Evidence evidenceAtEnd(Kept kept) {
    return evidence(kept, setting.world().logged() ? Optional.of(kept.records().log()) : Optional.empty());
  }

  private Evidence evidence(Kept kept, Optional<LogBook> log) {
    var world = setting.world();
    var requests = new ArrayList<Request>();
    for (int order = 0; order < world.orders().size(); order++) {
      var asked = world.orders().get(order);
      var answer = Optional.ofNullable(kept.heard().get(order)).map(status -> new Request.Answer((int) status, asked.orderId()));
      requests.add(new Request("key-" + order, asked.fingerprint(), world.total(order), answer));
    }
    var records = kept.records();
    return new Witness(records.tables(), log, records.shelves(), records.partners().provider(), records.partners().carrier(), setting.routes())
        .evidence(requests, world.stock(), sendings(kept));
  }

  private static List<Sending> sendings(Kept kept) {
    var waiting = kept.mail().waiting().stream().map(Waiting::task).collect(Collectors.toSet());
    return kept.mail().sent().values().stream()
        .map(sent -> new Sending(sent.delivery().queue().name(), sent.delivery().message().id(),
            sent.processed() ? PROCESSED : waiting.contains(sent.delivery()) ? WAITING : LOST))
        .toList();
  }

  private static Optional<String> violations(Verdict verdict) {
    return verdict.findings().stream().flatMap(finding -> violation(finding).stream()).reduce((one, other) -> one + "; " + other);
  }

  private static Optional<String> violation(Finding finding) {
    return finding.held()
        ? Optional.empty()
        : Optional.of("invariant %d (%s): %s".formatted(finding.number(), finding.name(), String.join("; ", finding.examples())));
  }
}
