package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.RunLock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stop everything; what is under way finishes first, within 25 seconds.")
final class DownCommand implements Callable<Integer> {

  private final Context context;

  DownCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunLock lock = RunLock.take(context.home().workDirectory())) {
      Platform platform = context.found();
      context.output().line(platform.stop() == 0 ? "Nothing was running." : "Tradewind is down.");
      return Exit.OK;
    }
  }
}
