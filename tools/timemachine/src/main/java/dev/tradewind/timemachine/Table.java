package dev.tradewind.timemachine;

import java.util.ArrayList;
import java.util.List;

/** Columns as wide as what is in them; the last one is not filled up. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<String> lines() {
    var widths = new int[rows.getFirst().size()];
    rows.forEach(row -> {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    });
    return rows.stream().map(row -> {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).repeat(' ', i + 1 < widths.length ? widths[i] - row.get(i).length() + 2 : 0);
      }
      return line.toString();
    }).toList();
  }
}
