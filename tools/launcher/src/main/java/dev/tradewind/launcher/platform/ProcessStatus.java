package dev.tradewind.launcher.platform;

import java.time.Duration;
import java.util.OptionalLong;

/** One process as it is now. */
public sealed interface ProcessStatus {

  String name();

  int port();

  /** Whether it does its work. */
  boolean isUp();

  /** Not started, or ended. */
  record Down(String name, int port) implements ProcessStatus {
    @Override
    public boolean isUp() {
      return false;
    }
  }

  /** @param residentBytes memory it holds, when the system says */
  record Running(String name, int port, long pid, Health health, OptionalLong residentBytes, Duration uptime) implements ProcessStatus {
    @Override
    public boolean isUp() {
      return health == Health.READY;
    }
  }
}
