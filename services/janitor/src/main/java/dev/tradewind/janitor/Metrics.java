package dev.tradewind.janitor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.core.wire.Json;
import dev.tradewind.janitor.domain.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report as one line in CloudWatch's
 * <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded metric format</a>:
 * what a function logs so becomes metrics, without a call.
 */
public final class Metrics {

  private static final ObjectMapper JSON = Json.mapper();
  private static final String NAMESPACE = "Tradewind";

  private Metrics() {}

  /** Every kind of drift is there, also when there is none of it: an alarm needs the zero. */
  public static String line(Report report) {
    Map<String, Long> metrics = new TreeMap<>();
    report.counts().forEach((name, value) -> metrics.put("janitor_" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"), value));
    for (var kind : Kind.values()) {
      metrics.put("janitor_drift_" + kind.name().toLowerCase(Locale.ROOT), report.drift().getOrDefault(kind, 0L));
    }
    metrics.put("janitor_drift", report.drifted());
    metrics.put("janitor_problems", (long) report.problems().size());
    var line = JSON.createObjectNode();
    describe(line.putObject("_aws").put("Timestamp", report.at().toEpochMilli()), metrics);
    line.put("service", "janitor");
    metrics.forEach(line::put);
    return line.toString();
  }

  private static void describe(ObjectNode aws, Map<String, Long> metrics) {
    var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray().add("service");
    var list = directive.putArray("Metrics");
    metrics.keySet().forEach(name -> list.addObject().put("Name", name).put("Unit", "Count"));
  }
}
