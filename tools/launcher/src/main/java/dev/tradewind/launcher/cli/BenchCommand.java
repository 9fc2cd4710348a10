package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Build;
import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "bench", description = {
    "Measure how fast, how dear and how big the platform is, on a platform of its own on free ports.",
    "Takes about five times --seconds, and wants the machine for itself."})
final class BenchCommand implements Callable<Integer> {

  private static final Component BENCH = new Component("bench", "tools/bench", "target/bench.jar", 1,
      List.of("--enable-native-access=ALL-UNNAMED"), Map.of(), Component.Readiness.READY_LINE);

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "60",
      description = "How long each of the two measurements lasts, 5 to 600 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "10", description = "Orders a second under steady load (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "docs/bench", description = "Where results.json and README.md go (default: ${DEFAULT-VALUE}).")
  private Path out;

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
      all.add(BENCH);
      new Build(context.home(), context.home().workDirectory(), context.output()::line).run(all);
    }
    Process bench = new ProcessBuilder(command()).directory(context.home().root().toFile()).inheritIO().start();
    // Ctrl-C reaches both: this one ends after the bench has stopped its platform.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> bench.onExit().join(), "wait-for-bench"));
    return bench.waitFor();
  }

  private List<String> command() {
    Path root = context.home().root();
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(BENCH.jvmOptions());
    command.addAll(List.of("-D" + Home.PROPERTY + "=" + root, "-jar", root.resolve(BENCH.module()).resolve(BENCH.jar()).toString(),
        "--seconds", Integer.toString(seconds), "--rate", Integer.toString(rate), "--out", root.resolve(out).toString()));
    return command;
  }
}
