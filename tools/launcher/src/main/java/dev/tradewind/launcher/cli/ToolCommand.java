package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Build;
import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a tool in a JVM of its own, built first when it is older than its sources. What follows its name is the tool's business. */
@Command
final class ToolCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "OPTIONS", description = "--help says which.")
  private List<String> arguments = List.of();

  private final Context context;
  private final Tool tool;
  private final List<Component> beside;

  private ToolCommand(Context context, Tool tool, List<Component> beside) {
    this.context = context;
    this.tool = tool;
    this.beside = beside;
  }

  /** Every tool, by the name of its command. */
  static void addTo(CommandLine commands, Context context) {
    add(commands, "simulate", "Run every service in one thread against a faulty world, by a seed; check what is left.",
        new ToolCommand(context, Tool.of("simulator", "dev.tradewind.simulator.Simulator", "-XX:+UseParallelGC"), List.of()));
    add(commands, "check", "Try every interleaving of a small world; say how many states there are.",
        new ToolCommand(context, Tool.of("simulator", "dev.tradewind.simulator.check.Check", "-Xmx4g"), List.of()));
    add(commands, "chaos", "Kill, stop and disturb the real processes under load; check what is left.",
        new ToolCommand(context, Tool.of("chaos", "dev.tradewind.chaos.Chaos",
            "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"), Topology.standard().components()));
    add(commands, "timeline", "Show what every service knew of an order, and when, from the archive.", timeMachine(context, "Timeline"));
    add(commands, "asof", "Show what an order was at any moment, from the archive alone.", timeMachine(context, "AsOf"));
    add(commands, "replay", "Build a read model anew from the archive while the old one serves.", timeMachine(context, "Replay"));
    add(commands, "audit", "Compare every object of the archive with its manifest.", timeMachine(context, "AuditArchive"));
    add(commands, "janitor", "Compare journals, log and archive, orders, stock and money; merge the archive's small objects.",
        timeMachine(context, "Sweep", "-Xmx512m"));
    add(commands.getSubcommands().get("bench"), "readers",
        "Measure those who read the events: how late they are, what they cost, how fast views are built anew.",
        new ToolCommand(context, Tool.of("bench", "dev.tradewind.bench.ReadersBench",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"), readers()));
    add(commands.getSubcommands().get("bench"), "edge",
        "Measure the gateway: what it adds to a call, what its cache saves, composed reads, overload.",
        new ToolCommand(context, Tool.of("bench", "dev.tradewind.bench.EdgeBench",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"), Topology.standard().components()));
  }

  /** What the readers are measured on, and the tool that replays. */
  private static List<Component> readers() {
    var needed = new ArrayList<>(Topology.standard().components());
    needed.add(Tool.component("timemachine"));
    return needed;
  }

  private static ToolCommand timeMachine(Context context, String main) {
    return timeMachine(context, main, "-Xmx256m");
  }

  private static ToolCommand timeMachine(Context context, String main, String heap) {
    return new ToolCommand(context, Tool.of("timemachine", "dev.tradewind.timemachine." + main,
        heap, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"), List.of());
  }

  private static void add(CommandLine commands, String name, String description, ToolCommand command) {
    var line = new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
    line.getCommandSpec().usageMessage().description(description);
    commands.addSubcommand(name, line);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Build(context.home(), context.home().workDirectory(), context.output()::line).run(needed());
    return tool.run(context.home(), arguments);
  }

  private List<Component> needed() {
    var needed = new ArrayList<>(beside);
    needed.add(tool.component());
    return needed;
  }
}
