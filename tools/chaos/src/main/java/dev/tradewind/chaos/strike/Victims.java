package dev.tradewind.chaos.strike;

import java.util.Optional;

/** The processes as the killer sees them. Every call but {@link #choose} returns when it is done. */
interface Victims {

  /** A process that is there to be struck, the wanted one if it is; nobody else chooses it before it is given {@link #back}. */
  Optional<String> choose(String wanted);

  void back(String name);

  void kill(String name);

  /** Returns when it is ready. */
  void start(String name);

  /** Asks it to end. */
  void stop(String name);

  void hold(String name);

  void letGo(String name);
}
