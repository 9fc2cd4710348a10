package dev.tradewind.simulator.check;

import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import java.util.HashMap;
import java.util.Map;

/**
 * A number for every different thing, the same for equal things. Numbers are given out in the order in which things are met and then mixed, so
 * two things never share one by accident; only sums of many of them could, once in 2^64.
 */
final class Fingerprints {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private final Map<Object, Long> known = new HashMap<>();

  long of(Object thing) {
    return switch (thing) {
      case null -> 0;
      case History<?> history -> {
        long all = 0;
        for (var commit : history.commits()) {
          all = longer(all, commit);
        }
        yield all;
      }
      case Throwable failure -> of(failure.toString());
      default -> {
        var number = known.get(thing);
        if (number == null) {
          number = mix((known.size() + 1) * GAMMA);
          known.put(thing, number);
        }
        yield number;
      }
    };
  }

  /** The number of a history with one more commit. */
  long longer(long history, Commit<?> commit) {
    return both(history, of(commit));
  }

  /** One number for the two, in this order. */
  static long both(long first, long second) {
    return mix(first * GAMMA + second);
  }

  /** After Stafford's variant 13 of the finalizer of MurmurHash3, as SplitMix64 uses it. */
  static long mix(long number) {
    long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
