package dev.tradewind.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the services count of their own AWS calls, out of the text that Prometheus reads. */
final class Metrics {

  /** What begins the name of units that Kinesis counts. */
  static final String PUT = "put ";

  private static final String TAKEN = "taken ";
  private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{([^}]*)})?\\s+(\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private Metrics() {}

  /** Requests by {@code service operation}, such as {@code Sqs ReceiveMessage}. */
  static Map<String, Double> requests(String text) {
    return sums(text, "tradewind_aws_requests_total", "service", "operation");
  }

  /**
   * Capacity units by {@code kind table}, such as {@code write tradewind-orders}, and put units by stream, such as {@code put tradewind-events}:
   * one a record, because a commit has less than 25 KB.
   */
  static Map<String, Double> units(String text) {
    Map<String, Double> units = new TreeMap<>(sums(text, "tradewind_aws_capacity_total", "kind", "table"));
    sums(text, "tradewind_aws_records_total", "outcome", "stream").forEach((name, count) -> {
      if (name.startsWith(TAKEN)) {
        units.put(PUT + name.substring(TAKEN.length()), count);
      }
    });
    return units;
  }

  /** The sum of a metric over all its labels; 0 when there is none of that name. */
  static double sum(String text, String metric) {
    return samples(text, metric).mapToDouble(Metrics::value).sum();
  }

  private static Map<String, Double> sums(String text, String metric, String first, String second) {
    Map<String, Double> sums = new TreeMap<>();
    samples(text, metric).forEach(sample -> {
      Map<String, String> labels = new HashMap<>();
      LABEL.matcher(sample.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
      sums.merge(labels.get(first) + " " + labels.get(second), value(sample), Double::sum);
    });
    return sums;
  }

  private static Stream<Matcher> samples(String text, String metric) {
    return text.lines().map(SAMPLE::matcher).filter(Matcher::matches).filter(sample -> sample.group(1).equals(metric));
  }

  private static double value(Matcher sample) {
    return Double.parseDouble(sample.group(3));
  }
}
