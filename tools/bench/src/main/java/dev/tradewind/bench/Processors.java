package dev.tradewind.bench;

import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.ProcessStatus;
import java.io.IOException;

/** Which processors a process may use, told by {@code taskset} of util-linux. */
final class Processors {

  private static final int LAST = Runtime.getRuntime().availableProcessors() - 1;

  private Processors() {}

  /**
   * Gives this process the last processor, and those of the platform all others: as if the load came from elsewhere.
   *
   * @return false when there is only one processor, or no {@code taskset} on this system; then everything is as it was
   */
  static boolean setApart(Platform platform) throws InterruptedException {
    if (LAST < 1 || !bind(ProcessHandle.current().pid(), Integer.toString(LAST))) {
      return false;
    }
    for (ProcessStatus process : platform.status()) {
      if (process instanceof ProcessStatus.Running running && !bind(running.pid(), "0-" + (LAST - 1))) {
        throw new BenchException(process.name() + " could not be given processors of its own");
      }
    }
    return true;
  }

  /** Gives this process all of them again: those it starts from now on have what it has. */
  static void share() throws InterruptedException {
    bind(ProcessHandle.current().pid(), "0-" + LAST);
  }

  private static boolean bind(long pid, String processors) throws InterruptedException {
    try {
      Process taskset = new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", processors, Long.toString(pid))
          .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return taskset.waitFor() == 0;
    } catch (IOException noTaskset) {
      return false;
    }
  }
}
