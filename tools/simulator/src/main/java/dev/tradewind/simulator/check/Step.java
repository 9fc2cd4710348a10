package dev.tradewind.simulator.check;

import dev.tradewind.simulator.world.Words;
import java.util.Locale;

/**
 * What can happen next.
 *
 * @param kind what
 * @param place where; -1 when it is nowhere in particular
 * @param what the task, or the effect
 */
record Step(Kind kind, int place, Object what) {

  enum Kind {
    DELIVER,
    DELIVER_AND_KEEP_A_COPY,
    DO,
    DO_AND_DIE,
    ACKNOWLEDGE_AND_DIE,
    LOSE_THE_ANSWER,
    LET_TIME_PASS
  }

  Step instead(Kind other) {
    return new Step(other, place, what);
  }

  /** For people. */
  String told(Setting setting) {
    var line = switch (kind) {
      case DELIVER -> "receives " + name();
      case DELIVER_AND_KEEP_A_COPY -> "receives " + name() + ", which will come once more";
      case DO -> "does " + name();
      case DO_AND_DIE -> "does " + name() + " and dies before it hears of it";
      case ACKNOWLEDGE_AND_DIE -> "does " + name() + ", acknowledges what it is done with, and dies";
      case LOSE_THE_ANSWER -> "does " + name() + ", but the answer is lost";
      case LET_TIME_PASS -> what.toString();
    };
    return "%-12s %s".formatted(place < 0 ? "time" : setting.name(place), Words.shortened(line));
  }

  private String name() {
    return switch (what) {
      case Waiting waiting -> switch (waiting.task()) {
        case Waiting.Delivery delivery -> Words.of(delivery.message());
        case Waiting.Visit visit -> "a request to " + visit.wish().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      };
      case Effect effect -> Words.of(effect.what());
      default -> what.toString();
    };
  }
}
