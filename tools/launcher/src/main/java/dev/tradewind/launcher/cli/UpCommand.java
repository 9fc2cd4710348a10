package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Build;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.ProcessStatus;
import dev.tradewind.launcher.platform.RunLock;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.platform.Training;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Build what is not built, start everything, and say where it is.")
final class UpCommand implements Callable<Integer> {

  @Option(names = "--keep", description = "Keep data in .tradewind/data; it survives down and the next up --keep. Default: in memory.")
  private boolean keep;

  @Option(names = "--no-build", description = "Start what is built, even when its sources are newer.")
  private boolean noBuild;

  @Option(names = "--only", split = ",", paramLabel = "SERVICE", description = "Start only these services, with the local cloud and the partners.")
  private List<String> only = List.of();

  @Option(names = "--instances", split = ",", paramLabel = "SERVICE=N", description = "Start N instances of a service, for example orders=2,gateway=2.")
  private Map<String, Integer> instances = Map.of();

  @Option(names = "--port-offset", paramLabel = "N", defaultValue = "0", description = "Add N to every port.")
  private int portOffset;

  private final Context context;

  UpCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Topology all = Topology.standard().withPortOffset(portOffset);
    Topology once = only.isEmpty() ? all : all.withOnly(only);
    Topology topology = once;
    for (Map.Entry<String, Integer> several : instances.entrySet()) {
      topology = topology.withInstances(several.getKey(), several.getValue());
    }
    PlatformOptions options = context.options();
    if (keep) {
      options = options.keepingDataIn(context.home().workDirectory().resolve("data"));
    }
    try (RunLock lock = RunLock.take(options.workDirectory())) {
      Platform platform = context.platform(topology, options);
      List<ProcessStatus> before = platform.status();
      if (before.stream().allMatch(ProcessStatus::isUp)) {
        context.output().line("Tradewind is already up.");
        StatusTable.print(context.output(), before);
        return Exit.OK;
      }
      if (!noBuild) {
        new Build(context.home(), options.workDirectory(), context.output()::line).run(once.components());
        new Training(context.home(), options.workDirectory(), context.output()::line).run(once);
      }
      start(platform);
      Guide.print(context.output(), platform, keep);
      return Exit.OK;
    }
  }

  private void start(Platform platform) {
    AtomicBoolean starting = new AtomicBoolean(true);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      if (starting.get()) {
        context.output().line("Interrupted: stopping what was started.");
        platform.cancel();
      }
    }, "stop"));
    try {
      platform.start();
    } finally {
      starting.set(false);
    }
  }
}
