package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A summary for people, and for programs. */
final class Report {

  private static final List<String> OUTCOMES = List.of("DELIVERED", "CANCELLED", "REJECTED", "unfinished", "not accepted");
  private static final int SURPRISES_SHOWN = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Report() {}

  static List<String> lines(Summary summary) {
    List<String> lines = new ArrayList<>();
    lines.add("%d orders in %.1f s, %.1f a second".formatted(summary.orders(), summary.elapsed().toMillis() / 1e3, summary.ordersPerSecond()));
    lines.add("");
    List<String> columns = OUTCOMES.stream().filter(outcome -> summary.count(outcome) > 0).toList();
    lines.add(row("expected", columns));
    summary.counts().forEach((expected, outcomes) -> lines.add(row(expected,
        columns.stream().map(outcome -> Integer.toString(outcomes.getOrDefault(outcome, 0))).toList())));
    lines.add(row("all", columns.stream().map(outcome -> Integer.toString(summary.count(outcome))).toList()));
    lines.add("");
    lines.add("accepted   " + summary.accept());
    lines.add("ended      " + summary.toEnd());
    lines.add("repeated   %d calls were turned away and sent again".formatted(summary.retries()));
    lines.add("captured   " + Summary.money(summary.captured()) + " by the orders' account");
    lines.add("           " + summary.ledger().map(Summary::money).map(amount -> amount + " by the provider's").orElse("the provider's books are out of reach"));
    lines.add("");
    lines.add(summary.addsUp() ? "Everything adds up." : "%d surprise(s):".formatted(summary.surprises().size()));
    summary.surprises().stream().limit(SURPRISES_SHOWN).forEach(surprise -> lines.add("  " + surprise));
    if (summary.surprises().size() > SURPRISES_SHOWN) {
      lines.add("  and %d more; --json lists all".formatted(summary.surprises().size() - SURPRISES_SHOWN));
    }
    return lines;
  }

  private static String row(String first, List<String> cells) {
    StringBuilder row = new StringBuilder("%-22s".formatted(first));
    cells.forEach(cell -> row.append("%14s".formatted(cell)));
    return row.toString();
  }

  static String json(Summary summary) {
    ObjectNode json = JSON.createObjectNode()
        .put("orders", summary.orders())
        .put("seconds", summary.elapsed().toMillis() / 1e3)
        .put("ordersPerSecond", summary.ordersPerSecond())
        .put("retries", summary.retries())
        .put("addsUp", summary.addsUp());
    json.set("outcomes", JSON.valueToTree(summary.counts()));
    json.set("acceptMillis", JSON.valueToTree(summary.accept()));
    json.set("toEndMillis", JSON.valueToTree(summary.toEnd()));
    json.set("captured", JSON.valueToTree(summary.captured()));
    summary.ledger().ifPresent(ledger -> json.set("ledger", JSON.valueToTree(ledger)));
    json.set("surprises", JSON.valueToTree(summary.surprises()));
    return json.toPrettyString();
  }
}
