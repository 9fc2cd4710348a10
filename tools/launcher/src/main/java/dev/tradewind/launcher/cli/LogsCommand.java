package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.LogFile;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "What a process printed.")
final class LogsCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);

  @Parameters(paramLabel = "SERVICE", description = "orders, inventory, payments, shipping, notifications, local-cloud or partners.")
  private String name;

  @Option(names = "-f", description = "Keep printing what comes, until Ctrl-C.")
  private boolean follow;

  @Option(names = "-n", paramLabel = "N", defaultValue = "100", description = "How many of the last lines to print (default: ${DEFAULT-VALUE}).")
  private int lines;

  private final Context context;

  LogsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    LogFile log = new Platform(context.home(), Topology.standard(), PlatformOptions.in(context.home().workDirectory()), context.output()::line)
        .log(name);
    if (!Files.exists(log.path())) {
      context.output().line("%s has no log yet: %s does not exist; ./tradewind up starts it".formatted(name, context.home().show(log.path())));
      return Exit.FAILED;
    }
    long position = log.size();
    log.tail(lines).forEach(context.output()::line);
    while (follow) {
      String more = log.from(position);
      position = log.size() < position ? 0 : position + more.getBytes(StandardCharsets.UTF_8).length;
      context.output().out().print(more);
      context.output().out().flush();
      LockSupport.parkNanos(POLL.toNanos());
    }
    return Exit.OK;
  }
}
