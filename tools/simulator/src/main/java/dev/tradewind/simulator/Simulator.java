package dev.tradewind.simulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradewind.simulator.sabotage.Saboteur;
import dev.tradewind.simulator.world.Fault;
import dev.tradewind.simulator.world.Outcome;
import dev.tradewind.simulator.world.Plan;
import dev.tradewind.simulator.world.Sabotage;
import dev.tradewind.simulator.world.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
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

/** What {@code ./tradewind simulate} runs. Exit code 0: everything held; 1: something was violated; 2: wrong usage. */
@Command(name = "./tradewind simulate", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Run the whole platform in one thread against every kind of fault, and let the checker decide.")
public final class Simulator implements Callable<Integer> {

  private static final int HELD = 0;
  private static final int VIOLATED = 1;
  private static final long A_SECOND = 1_000;

  @Spec
  private CommandSpec spec;

  @Option(names = "--orders", paramLabel = "N", description = "So many orders in all, 100000 by default; with --seed: the first N orders of that world.")
  private Optional<Long> orders = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "One world, told step by step.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--from", paramLabel = "SEED", description = "The seed of the first world; by default another one each time.")
  private Optional<Long> from = Optional.empty();

  @Option(names = "--threads", paramLabel = "N", defaultValue = "1", description = "Worlds at a time (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(names = "--minutes", paramLabel = "N", description = "Stop after so long; without --orders as many as there is time for.")
  private Optional<Long> minutes = Optional.empty();

  @Option(names = "--without", paramLabel = "FAULT", split = ",", description = "Leave out kinds of fault: ${COMPLETION-CANDIDATES}.")
  private Set<Fault> without = new HashSet<>();

  @Option(names = "--sabotage", paramLabel = "MISTAKE", description = "Make a mistake on purpose, to see it found: ${COMPLETION-CANDIDATES}.")
  private Optional<Saboteur> sabotage = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the counts there too.")
  private Optional<Path> json = Optional.empty();

  private Simulator() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Simulator()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1 || orders.filter(many -> many < 1).isPresent() || minutes.filter(many -> many < 1).isPresent()) {
      throw new ParameterException(spec.commandLine(), "--threads, --orders and --minutes start at 1");
    }
    return seed.isPresent() ? replay(seed.get()) : campaign();
  }

  private int replay(long of) {
    var plan = changed(Plan.of(of));
    if (orders.isPresent()) {
      plan = plan.withOrders((int) Math.min(orders.get(), Integer.MAX_VALUE));
    }
    System.out.println(described(plan));
    var outcome = Platform.run(plan, new PrintedTimeline(System.out));
    System.out.println(outcome.verdict().table());
    return outcome.held() ? HELD : VIOLATED;
  }

  private int campaign() throws IOException, InterruptedException {
    long most = orders.orElse(minutes.isPresent() ? Long.MAX_VALUE : 100_000L);
    var campaign = new Campaign(from.orElseGet(() -> System.nanoTime() >>> 8), most, threads, minutes.map(Duration::ofMinutes), this::changed);
    var totals = new Totals();
    long began = System.nanoTime();
    var workedBefore = worked();
    var worker = Thread.ofPlatform().name("campaign").start(() -> campaign.run(totals));
    while (!worker.join(Duration.ofMillis(A_SECOND))) {
      System.out.println(Report.progress(totals, Duration.ofNanos(System.nanoTime() - began)));
    }
    var report = new Report(campaign, totals, Duration.ofNanos(System.nanoTime() - began), worked().minus(workedBefore));
    System.out.println(report.text());
    if (json.isPresent()) {
      Files.writeString(json.get(), JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report.summary()));
    }
    totals.failures().stream().findFirst().ifPresent(Simulator::shrink);
    return totals.failures().isEmpty() ? HELD : VIOLATED;
  }

  /** Processor time of this process so far. */
  private static Duration worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void shrink(Outcome failure) {
    System.out.println("seed %d failed; looking for the smallest world that still does".formatted(failure.plan().seed()));
    var smallest = Shrinking.of(failure);
    System.out.println(smallest.outcome().verdict().table());
    System.out.println("See it step by step: " + smallest.command());
  }

  private Plan changed(Plan plan) {
    return plan.without(without).with(sabotage.<Sabotage>map(Saboteur::work).orElse(Sabotage.NONE));
  }

  private static String described(Plan plan) {
    List<String> faults = EnumSet.allOf(Fault.class).stream().filter(plan::has)
        .map(fault -> "%s %.4f".formatted(fault, plan.rates()[fault.ordinal()])).collect(Collectors.toList());
    return "seed %d: %d orders, %d products, %d instances a service, %d receives, json %s, repeated %s, thorough %s%nfaults: %s".formatted(
        plan.seed(), plan.orders(), plan.skus(), plan.fleet(), plan.maxReceives(), plan.json(), plan.repeated(), plan.thorough(), String.join(", ", faults));
  }
}
