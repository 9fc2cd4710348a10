package dev.tradewind.partners.faults;

/**
 * How long every call to a partner takes at least, drawn evenly from a range.
 *
 * @param fromMs the shortest, in milliseconds
 * @param toMs the longest, in milliseconds
 */
public record Latency(int fromMs, int toMs) {

  public static final Latency NONE = new Latency(0, 0);

  /** The longest that can be set, in milliseconds. */
  public static final int LIMIT_MS = 60_000;

  public Latency {
    if (fromMs < 0 || toMs < fromMs || toMs > LIMIT_MS) {
      throw new IllegalArgumentException(
          "latency must be a range within 0 to %d ms, not %d-%d".formatted(LIMIT_MS, fromMs, toMs));
    }
  }

  /**
   * @param text one number of milliseconds, or a range such as {@code 2-5}
   */
  public static Latency parse(String text) {
    if (!text.matches("\\d{1,5}(-\\d{1,5})?")) {
      throw new IllegalArgumentException("latency must be milliseconds such as 3 or a range such as 2-5, not " + text);
    }
    var ends = text.split("-");
    return new Latency(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }
}
