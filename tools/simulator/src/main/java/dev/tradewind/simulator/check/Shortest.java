package dev.tradewind.simulator.check;

import dev.tradewind.simulator.check.Found.Violation;
import dev.tradewind.simulator.world.SimulatedService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The shortest way to something that must not be, found breadth first: what is told to people should not be longer than it must. */
final class Shortest {

  /** How many situations are looked at before the way found first has to do. */
  private static final int MOST_STATES = 1_000_000;

  private record Way(Optional<Way> before, Optional<Step> step) {}

  private record Reached(Situation situation, Way by) {}

  private final Found found;
  private final Judge judge;
  private final Situation beginning;
  private final Numbers known = new Numbers();
  private final Deque<Reached> open = new ArrayDeque<>();

  private Shortest(Found found, List<SimulatedService> services) {
    this.found = found;
    this.beginning = found.world().beginning(services);
    this.judge = new Judge(beginning.setting());
  }

  /** The same, with the shortest timeline; as it is when none that is shorter is found. */
  static Found of(Found found, List<SimulatedService> services) {
    return new Shortest(found, services).search();
  }

  private Found search() {
    var wrong = enter(beginning, new Way(Optional.empty(), Optional.empty()));
    while (wrong.isEmpty() && !open.isEmpty() && known.size() < MOST_STATES) {
      var next = open.removeFirst();
      for (var step : next.situation().steps()) {
        for (var reached : next.situation().take(step)) {
          wrong = wrong.or(() -> enter(reached.situation(), new Way(Optional.of(next.by()), Optional.of(reached.step()))));
        }
      }
    }
    return wrong.map(this::with).orElse(found);
  }

  private Optional<Violation> enter(Situation situation, Way by) {
    if (!known.add(situation.hash())) {
      return Optional.empty();
    }
    open.addLast(new Reached(situation, by));
    return judge.wrong(situation)
        .or(() -> situation.steps().isEmpty() ? judge.wrongAtEnd(situation) : Optional.empty())
        .map(what -> new Violation(what, told(by)));
  }

  private List<String> told(Way by) {
    var timeline = new ArrayList<String>();
    for (var way = by; way.step().isPresent(); way = way.before().orElseThrow()) {
      timeline.addFirst(way.step().get().told(beginning.setting()));
    }
    return timeline;
  }

  private Found with(Violation violation) {
    return new Found(found.world(), found.states(), found.steps(), found.ends(), found.deepest(), found.seconds(), Optional.of(violation));
  }
}
