package dev.tradewind.simulator.world;

import dev.tradewind.checker.Request;
import java.util.List;
import java.util.Map;

/** Everybody outside who wants something of the platform. */
public interface People {

  /** Writes down in the agenda what they are going to do. */
  void begin(World world);

  /** Operators look after what needs attention, when nothing is on its way any more. Says whether they did anything. */
  boolean attend(World world);

  /** Everybody asks once more for what they asked for before. */
  void askAgain(World world);

  List<Request> requests();

  Map<String, Long> receipts();
}
