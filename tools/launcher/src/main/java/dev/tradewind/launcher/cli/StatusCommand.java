package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.ProcessStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Each process: health, port, memory, uptime, open breakers. Exits with 1 when one is not up.")
final class StatusCommand implements Callable<Integer> {

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  private final Context context;

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<ProcessStatus> processes = context.found().status();
    if (json) {
      context.output().line(StatusTable.json(processes));
    } else if (processes.isEmpty()) {
      context.output().line("Nothing is running; ./tradewind up starts everything.");
    } else {
      StatusTable.print(context.output(), processes);
    }
    return !processes.isEmpty() && processes.stream().allMatch(ProcessStatus::isUp) ? Exit.OK : Exit.FAILED;
  }
}
