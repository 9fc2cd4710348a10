package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.platform.WorkDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "cloud", description = "Run the local cloud with its resources in the foreground; prints one line when it is ready.")
final class CloudCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", defaultValue = "4566", description = "Port of the local cloud, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "Keep data here. Default: in memory.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--partners-port", paramLabel = "N", description = "Run the partners too, on this port, 0 for a free one.")
  private Optional<Integer> partnersPort = Optional.empty();

  @Option(names = "--until-stdin-closes", description = "Stop when standard input ends, so that it never outlives who started it.")
  private boolean untilStdinCloses;

  private final Context context;
  private volatile boolean ready;

  CloudCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path directory = context.home().workDirectory().resolve("cloud-" + ProcessHandle.current().pid());
    PlatformOptions options = PlatformOptions.in(directory);
    // Standard output carries the one line that says where the cloud is.
    Platform platform = new Platform(context.home(), topology(), data.map(options::keepingDataIn).orElse(options), step -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform, directory), "stop"));
    platform.start();
    ready = true;
    context.output().line("cloud ready " + platform.url(Topology.LOCAL_CLOUD)
        + partnersPort.map(wanted -> " partners " + platform.url(Topology.PARTNERS)).orElse(""));
    if (untilStdinCloses) {
      System.in.transferTo(OutputStream.nullOutputStream());
    } else {
      new CountDownLatch(1).await();
    }
    return Exit.OK;
  }

  // The logs of a cloud that never came up stay, to be read.
  private void end(Platform platform, Path directory) {
    platform.cancel();
    if (ready) {
      WorkDirectory.delete(directory);
    }
  }

  private Topology topology() {
    Topology cloud = Topology.standard().withOnly(List.of()).on(Topology.LOCAL_CLOUD, port);
    return partnersPort.map(wanted -> cloud.on(Topology.PARTNERS, wanted)).orElseGet(() -> cloud.without(Topology.PARTNERS));
  }
}
