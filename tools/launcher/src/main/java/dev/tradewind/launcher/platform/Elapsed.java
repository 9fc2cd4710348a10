package dev.tradewind.launcher.platform;

/** How long something took, in words. */
final class Elapsed {

  private Elapsed() {}

  /** @param from a value of {@link System#nanoTime()} */
  static String since(long from) {
    return "%.1f s".formatted((System.nanoTime() - from) / 1e9);
  }
}
