package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Build;
import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.RunLock;
import dev.tradewind.launcher.platform.Topology;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "dev", description = "Run one service in Quarkus dev mode, with live reload, and the others as built.")
final class DevCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SERVICE", description = "orders, inventory, payments, shipping or notifications.")
  private String service;

  private final Context context;

  DevCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Topology topology = Topology.standard();
    Component chosen = topology.component(service);
    if (!chosen.isService()) {
      context.output().line(service + " is no service; choose one of " + topology.services().stream().map(Component::name).toList());
      return Exit.USAGE;
    }
    Platform all = context.platform(topology, context.options());
    try (RunLock lock = RunLock.take(context.home().workDirectory())) {
      Platform others = context.platform(all.topology().without(service), context.options());
      new Build(context.home(), context.home().workDirectory(), context.output()::line).run(all.topology().components());
      others.start();
      all.stop(service);
    }
    return quarkusDev(all, all.topology().component(service));
  }

  private int quarkusDev(Platform platform, Component component) throws IOException, InterruptedException {
    context.output().line("%s in dev mode at %s; q quits, and ./tradewind down stops the others".formatted(component.name(), platform.url(component.name())));
    ProcessBuilder builder = new ProcessBuilder(context.home().root().resolve("mvnw").toString(), "-ntp", "quarkus:dev", "-am",
        "-pl", component.module()).directory(context.home().root().toFile()).inheritIO();
    builder.environment().putAll(platform.environment(component));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process maven = builder.start();
    platform.adopt(component.name(), maven.toHandle());
    // Ctrl-C reaches both: this one ends after Maven has put the terminal back in order.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> maven.onExit().join(), "wait-for-maven"));
    return maven.waitFor();
  }
}
