package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Component.Readiness;
import dev.tradewind.launcher.platform.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tool of ours, which runs in a JVM of its own. */
record Tool(Component component, String main) {

  static Tool of(String name, String main, String... jvmOptions) {
    return new Tool(component(name, jvmOptions), main);
  }

  /** What is built for it: {@code tools/NAME/target/NAME.jar}. */
  static Component component(String name, String... jvmOptions) {
    return new Component(name, "tools/" + name, "target/" + name + ".jar", 1, List.of(jvmOptions), Map.of(), Readiness.READY_LINE);
  }

  /** Runs it in this terminal; returns its exit code. */
  int run(Home home, List<String> arguments) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(home.root(), arguments)).directory(home.root().toFile()).inheritIO().start();
    // Ctrl-C reaches both: this one ends after the tool has stopped what it started.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.onExit().join(), "wait-for-" + component.name()));
    return process.waitFor();
  }

  private List<String> command(Path root, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(component.jvmOptions());
    command.addAll(List.of("-D" + Home.PROPERTY + "=" + root, "-cp", root.resolve(component.module()).resolve(component.jar()).toString(), main));
    command.addAll(arguments);
    return command;
  }
}
