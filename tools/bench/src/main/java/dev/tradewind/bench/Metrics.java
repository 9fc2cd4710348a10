package dev.tradewind.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the services count of their own AWS calls, out of the text that Prometheus reads. */
final class Metrics {

  private static final Pattern SAMPLE = Pattern.compile("^(\\w+)\\{([^}]*)}\\s+(\\S+)$");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private Metrics() {}

  /** Requests by {@code service operation}, such as {@code Sqs ReceiveMessage}. */
  static Map<String, Double> requests(String text) {
    return sums(text, "tradewind_aws_requests_total", "service", "operation");
  }

  /** Capacity units by {@code kind table}, such as {@code write tradewind-orders}. */
  static Map<String, Double> units(String text) {
    return sums(text, "tradewind_aws_capacity_total", "kind", "table");
  }

  private static Map<String, Double> sums(String text, String metric, String first, String second) {
    Map<String, Double> sums = new TreeMap<>();
    text.lines().map(SAMPLE::matcher).filter(Matcher::matches).filter(sample -> sample.group(1).equals(metric)).forEach(sample -> {
      Map<String, String> labels = new HashMap<>();
      LABEL.matcher(sample.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
      sums.merge(labels.get(first) + " " + labels.get(second), Double.parseDouble(sample.group(3)), Double::sum);
    });
    return sums;
  }
}
