package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Build;
import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Component.Readiness;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final Component tool;
  private final String main;
  private final boolean onPlatform;

  private ToolCommand(Context context, Component tool, String main, boolean onPlatform) {
    this.context = context;
    this.tool = tool;
    this.main = main;
    this.onPlatform = onPlatform;
  }

  /** Every tool, by the name of its command. */
  static void addTo(CommandLine commands, Context context) {
    add(commands, "simulate", "Run every service in one thread against a faulty world, by a seed; check what is left.",
        new ToolCommand(context, tool("simulator", "-XX:+UseParallelGC"), "dev.tradewind.simulator.Simulator", false));
    add(commands, "check", "Try every interleaving of a small world; say how many states there are.",
        new ToolCommand(context, tool("simulator", "-Xmx4g"), "dev.tradewind.simulator.check.Check", false));
    add(commands, "chaos", "Kill, stop and disturb the real processes under load; check what is left.",
        new ToolCommand(context, tool("chaos", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
            "dev.tradewind.chaos.Chaos", true));
  }

  private static Component tool(String name, String... jvmOptions) {
    return new Component(name, "tools/" + name, "target/" + name + ".jar", 1, List.of(jvmOptions), Map.of(), Readiness.READY_LINE);
  }

  private static void add(CommandLine commands, String name, String description, ToolCommand command) {
    var line = new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
    line.getCommandSpec().usageMessage().description(description);
    commands.addSubcommand(name, line);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Build(context.home(), context.home().workDirectory(), context.output()::line).run(needed());
    Process process = new ProcessBuilder(command()).directory(context.home().root().toFile()).inheritIO().start();
    // Ctrl-C reaches both: this one ends after the tool has stopped what it started.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.onExit().join(), "wait-for-" + tool.name()));
    return process.waitFor();
  }

  private List<Component> needed() {
    var needed = new ArrayList<>(onPlatform ? Topology.standard().components() : List.<Component>of());
    needed.add(tool);
    return needed;
  }

  private List<String> command() {
    Path root = context.home().root();
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(tool.jvmOptions());
    command.addAll(List.of("-D" + Home.PROPERTY + "=" + root, "-cp", root.resolve(tool.module()).resolve(tool.jar()).toString(), main));
    command.addAll(arguments);
    return command;
  }
}
