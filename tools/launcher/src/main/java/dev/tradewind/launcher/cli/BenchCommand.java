package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Build;
import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "bench", description = {
    "Measure how fast, how dear and how big the platform is, beside a peer written from the textbooks, each on processes of its own on free ports.",
    "Takes about ten times --seconds for each run of each, and wants the machine for itself."})
final class BenchCommand implements Callable<Integer> {

  private static final Tool BENCH = Tool.of("bench", "dev.tradewind.bench.Bench", "--enable-native-access=ALL-UNNAMED");

  @Option(names = "--runs", paramLabel = "N", description = "How often, 1 to 50 (default: 5).")
  private Optional<Integer> runs = Optional.empty();

  @Option(names = "--seconds", paramLabel = "N", description = "How long each measurement of a run lasts, 5 to 600 (default: 20).")
  private Optional<Integer> seconds = Optional.empty();

  @Option(names = "--rates", paramLabel = "N,...",
      description = "Orders a second under steady load, one measurement each, up to the first that is too much (default: 5,10,20,30,40).")
  private Optional<String> rates = Optional.empty();

  @Option(names = "--peer", negatable = true, defaultValue = "true", fallbackValue = "true",
      description = "Measure the peer too (default), or leave it out.")
  private boolean peer;

  @Option(names = "--quick", description = "One short run, to see that the bench works; the figures are worth little.")
  private boolean quick;

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where results.json, README.md and the picture go (default: docs/bench; .tradewind/bench with --quick).")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--no-build", description = "Measure what is built, also when it is older than its sources.")
  private boolean noBuild;

  private final Context context;

  BenchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!noBuild) {
      List<Component> all = new ArrayList<>(Topology.standard().components());
      all.add(BENCH.component());
      if (peer) {
        all.add(Tool.component("peer"));
      }
      new Build(context.home(), context.home().workDirectory(), context.output()::line).run(all);
    }
    return BENCH.run(context.home(), arguments());
  }

  /** What the bench is told; it knows the defaults, and what is wrong. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    runs.ifPresent(value -> arguments.addAll(List.of("--runs", value.toString())));
    seconds.ifPresent(value -> arguments.addAll(List.of("--seconds", value.toString())));
    rates.ifPresent(value -> arguments.addAll(List.of("--rates", value)));
    out.ifPresent(value -> arguments.addAll(List.of("--out", context.home().root().resolve(value).toString())));
    if (!peer) {
      arguments.add("--no-peer");
    }
    if (quick) {
      arguments.add("--quick");
    }
    return arguments;
  }
}
