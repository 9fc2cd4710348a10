package dev.tradewind.simulator.check;

import dev.tradewind.simulator.check.Found.Violation;
import dev.tradewind.simulator.check.Situation.Reached;
import dev.tradewind.simulator.world.SimulatedService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries everything that can happen in a small world, depth first. What was reached before, by whatever way, is not explored again.
 *
 * <p>It also shows that every run comes to an end, and to a good one: a run without further faults is one of those that are tried, each either
 * stops, and then the checker decides, or comes back to where it was, and then it is told that it does not come to rest.
 */
final class Search {

  /** A situation on the way, and what was not tried from it yet. */
  private record Stop(Optional<Step> by, Situation situation, long hash, Iterator<Step> untried, Deque<Reached> reached) {}

  private final SmallWorld world;
  private final Situation beginning;
  private final Judge judge;
  private final Numbers known = new Numbers();
  private final Set<Long> onTheWay = new HashSet<>();
  private final Deque<Stop> way = new ArrayDeque<>();
  private long steps;
  private long ends;
  private int deepest;
  private volatile long states;

  Search(SmallWorld world, List<SimulatedService> services) {
    this(world, world.beginning(services));
  }

  Search(SmallWorld world, Situation beginning) {
    this.world = world;
    this.beginning = beginning;
    this.judge = new Judge(beginning.setting());
  }

  SmallWorld world() {
    return world;
  }

  /** How many situations were reached so far. May be asked from another thread. */
  long states() {
    return states;
  }

  Found run() {
    long began = System.nanoTime();
    var wrong = enter(Optional.empty(), beginning);
    while (wrong.isEmpty() && !way.isEmpty()) {
      var stop = way.getLast();
      if (!stop.reached().isEmpty()) {
        var next = stop.reached().removeFirst();
        steps++;
        wrong = enter(Optional.of(next.step()), next.situation());
      } else if (stop.untried().hasNext()) {
        stop.reached().addAll(stop.situation().take(stop.untried().next()));
      } else {
        onTheWay.remove(stop.hash());
        way.removeLast();
      }
    }
    return new Found(world, states, steps, ends, deepest, (System.nanoTime() - began) / 1e9, wrong.map(this::told));
  }

  private Optional<String> enter(Optional<Step> by, Situation situation) {
    long hash = situation.hash();
    if (!known.add(hash)) {
      return onTheWay.contains(hash) ? Optional.of("it does not come to rest: what came before comes again") : Optional.empty();
    }
    states = known.size();
    var choices = situation.steps();
    way.addLast(new Stop(by, situation, hash, choices.iterator(), new ArrayDeque<>(2)));
    onTheWay.add(hash);
    deepest = Math.max(deepest, way.size() - 1);
    var wrong = judge.wrong(situation);
    if (wrong.isEmpty() && choices.isEmpty()) {
      ends++;
      return judge.wrongAtEnd(situation);
    }
    return wrong;
  }

  private Violation told(String what) {
    var timeline = new ArrayList<String>();
    way.forEach(stop -> stop.by().ifPresent(step -> timeline.add(step.told(beginning.setting()))));
    return new Violation(what, timeline);
  }
}
