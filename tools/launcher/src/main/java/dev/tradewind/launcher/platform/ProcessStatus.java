package dev.tradewind.launcher.platform;

import java.time.Duration;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /**
   * It runs.
   *
   * @param residentBytes memory it holds, when the system says
   * @param breakers of its guards that are not closed, by guard
   */
  record Running(String name, int port, long pid, Health health, OptionalLong residentBytes, Duration uptime,
      SortedMap<String, Breaker> breakers) implements ProcessStatus {

    public Running {
      breakers = Collections.unmodifiableSortedMap(new TreeMap<>(breakers));
    }

    @Override
    public boolean isUp() {
      return health == Health.READY;
    }
  }
}
