package dev.tradewind.aws;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.List;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * How hard <a href="https://github.com/JetBrains/lincheck">Lincheck</a> looks for an order of steps that goes wrong: several random scenarios,
 * each in many orders. Its own loop detection takes the start of a class for a livelock unless its bounds are high.
 */
final class Races {

  private static final int NO_BOUND = 100_000;

  /** Nothing of ours runs inside these, and no order of their steps matters. */
  private static final List<String> APART =
      List.of("io.smallrye.mutiny.infrastructure.Infrastructure", "io.smallrye.mutiny.helpers.ParameterValidation",
          "io.smallrye.mutiny.Context", "io.smallrye.mutiny.groups.UniCreate", "io.smallrye.mutiny.groups.UniOn",
          "io.smallrye.mutiny.groups.UniMemoize", "java.util.stream.", "java.util.regex.", "java.time.", "java.util.logging.",
          "org.jboss.logging.", "org.jboss.logmanager.", "software.amazon.awssdk.", "dev.tradewind.aws.Errors");

  private Races() {}

  /** One step at a time, switching between threads where it matters: what it finds, it finds again, with the steps that led there. */
  static ModelCheckingOptions modelled() {
    return new ModelCheckingOptions().threads(2).actorsPerThread(3).actorsBefore(0).actorsAfter(0)
        .iterations(3).invocationsPerIteration(30).loopBound(NO_BOUND).recursionBound(NO_BOUND)
        .addGuarantee(forClasses(Races::apart).allMethods().ignore());
  }

  /** Real threads at full speed. */
  static StressOptions stressed() {
    return new StressOptions().threads(3).actorsPerThread(3).actorsBefore(0).actorsAfter(0).iterations(20).invocationsPerIteration(800);
  }

  /** Asked at every call that is followed, so it must be fast. */
  private static boolean apart(String type) {
    for (var prefix : APART) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
