package dev.tradewind.simulator.check;

import dev.tradewind.simulator.Platform;
import dev.tradewind.simulator.sabotage.Saboteur;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code ./tradewind check} runs. Exit code 0: everything held; 1: something was violated; 2: wrong usage. */
@Command(name = "./tradewind check", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Try everything that can happen in a few small worlds, over the same code that runs in production.")
public final class Check implements Callable<Integer> {

  private static final int HELD = 0;
  private static final int VIOLATED = 1;
  private static final Duration A_WHILE = Duration.ofSeconds(5);

  @Spec
  private CommandSpec spec;

  @Option(names = "--world", paramLabel = "NAME", split = ",", description = "Only these worlds; --list names them.")
  private Set<String> names = new HashSet<>();

  @Option(names = "--threads", paramLabel = "N", defaultValue = "2", description = "Worlds at a time (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(names = "--sabotage", paramLabel = "MISTAKE", description = "Make a mistake on purpose, to see it found: ${COMPLETION-CANDIDATES}.")
  private Optional<Saboteur> sabotage = Optional.empty();

  @Option(names = "--list", description = "Name the worlds and stop.")
  private boolean list;

  private Check() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Check()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (list) {
      SmallWorlds.ALL.forEach(world -> System.out.println("%-22s %s".formatted(world.name(), Report.described(world))));
      return HELD;
    }
    var searches = new Searches(chosen().stream().map(world -> new Search(world, Platform.services())).toList(), threads);
    long began = System.nanoTime();
    var worker = Thread.ofPlatform().name("check").start(searches);
    while (!worker.join(A_WHILE)) {
      System.out.println(Report.progress(searches.running(), Duration.ofNanos(System.nanoTime() - began).toSeconds()));
    }
    var all = searches.found();
    System.out.println(Report.table(all));
    all.stream().filter(found -> !found.held()).findFirst()
        .map(found -> Shortest.of(found, Platform.services()))
        .ifPresent(found -> System.out.println(Report.violation(found)));
    return all.stream().allMatch(Found::held) ? HELD : VIOLATED;
  }

  private List<SmallWorld> chosen() {
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "--threads starts at 1");
    }
    var known = SmallWorlds.ALL.stream().map(SmallWorld::name).collect(Collectors.toSet());
    var unknown = names.stream().filter(name -> !known.contains(name)).findFirst();
    if (unknown.isPresent()) {
      throw new ParameterException(spec.commandLine(), "there is no world '%s'; --list names those there are".formatted(unknown.get()));
    }
    var worlds = new ArrayList<SmallWorld>();
    for (var world : SmallWorlds.ALL) {
      if (names.isEmpty() || names.contains(world.name())) {
        worlds.add(sabotage.isPresent() ? world.with(sabotage.get()::work) : world);
      }
    }
    return worlds;
  }
}
