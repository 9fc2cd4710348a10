package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;

import dev.tradewind.simulator.check.Life.Next;
import dev.tradewind.simulator.check.Running.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What processes did before. The same process, fed the same and reading the same, does the same, whatever goes on elsewhere; so each
 * course is really run once, and looked up in the many situations that differ in other places only.
 */
final class Courses {

  private record Course(List<Question> questions, Next next) {}

  private record Question(Read read, long answer) {}

  private final Fingerprints fingerprints;
  private final Map<Long, Life> lives = new HashMap<>();
  private final Map<Long, List<Course>> courses = new HashMap<>();

  private final boolean forgetful;

  /** @param forgetful whether every course is run anew: much slower, and it must make no other difference */
  Courses(Fingerprints fingerprints, boolean forgetful) {
    this.fingerprints = fingerprints;
    this.forgetful = forgetful;
  }

  /** Of processes that behave alike the first one met: all that is remembered is about that one. */
  Life representative(Life life) {
    var first = forgetful ? null : lives.putIfAbsent(life.hash(), life);
    return first == null ? life : first;
  }

  Optional<Next> known(long life, long input, Kept kept) {
    for (var course : courses.getOrDefault(both(life, input), List.of())) {
      if (readsTheSame(course, kept)) {
        return Optional.of(course.next());
      }
    }
    return Optional.empty();
  }

  Next remember(long life, long input, Next next) {
    if (forgetful) {
      return next;
    }
    var questions = next.looked().stream().map(read -> new Question(read, fingerprints.of(read.answer()))).toList();
    courses.computeIfAbsent(both(life, input), first -> new ArrayList<>(1)).add(new Course(questions, next));
    return next;
  }

  private boolean readsTheSame(Course course, Kept kept) {
    for (var question : course.questions()) {
      if (fingerprints.of(question.read().question().apply(kept)) != question.answer()) {
        return false;
      }
    }
    return true;
  }
}
