package dev.tradewind.launcher.cli;

/** What a command's exit code means; the same for every command. */
public final class Exit {

  /** It did what was asked. */
  public static final int OK = 0;
  /** It was done, and the result is not good: something is down, an order ended otherwise, a process failed. */
  public static final int FAILED = 1;
  /** The command line, or a file it names, is wrong; nothing was done. */
  public static final int USAGE = 2;
  /** A port belongs to someone else; nothing was started. */
  public static final int PORT_TAKEN = 4;

  private Exit() {}
}
