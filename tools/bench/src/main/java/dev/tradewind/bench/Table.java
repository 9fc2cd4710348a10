package dev.tradewind.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under a header, for a terminal or for Markdown.
 *
 * @param header names of the columns
 * @param rows as many cells each
 */
record Table(List<String> header, List<List<String>> rows) {

  Table {
    rows.forEach(row -> {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException("every row must have %d cells, and this one has %d: %s".formatted(header.size(), row.size(), row));
      }
    });
  }

  List<String> text() {
    List<List<String>> all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    int[] widths = IntStream.range(0, header.size()).map(column -> all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
    return all.stream().map(row -> IntStream.range(0, row.size())
        .mapToObj(column -> ("%-" + Math.max(1, widths[column]) + "s").formatted(row.get(column)))
        .collect(Collectors.joining("  ")).stripTrailing()).toList();
  }

  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(line(header));
    lines.add(line(header.stream().map(name -> "---").toList()));
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
