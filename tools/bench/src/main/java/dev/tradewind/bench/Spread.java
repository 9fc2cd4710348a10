package dev.tradewind.bench;

import java.util.List;
import java.util.Locale;

/** A figure over several runs. */
record Spread(double median, double min, double max) {

  /** @throws IllegalArgumentException when there are no values */
  static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values must not be empty: there is no median of nothing");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }

  /** The median, and the range in brackets when there is one that shows. */
  String text(int digits) {
    String low = number(min, digits);
    String high = number(max, digits);
    return low.equals(high) ? low : "%s (%s–%s)".formatted(number(median, digits), low, high);
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
