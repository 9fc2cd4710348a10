package dev.tradewind.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bench found, for people.
 *
 * @param where on which machine, of which commit, when
 * @param command that does it again
 * @param picture that belongs to it, as Markdown
 * @param notes that follow the tables
 */
record Findings(String where, String command, Optional<String> picture, List<Table> tables, List<String> notes) {

  /** Lines for a terminal. */
  List<String> text() {
    List<String> lines = new ArrayList<>(List.of("", where, ""));
    for (Table table : tables) {
      lines.addAll(table.text());
      lines.add("");
    }
    lines.addAll(notes);
    return lines;
  }

  /** Lines for a README. */
  List<String> markdown() {
    List<String> lines = new ArrayList<>(List.of(where, "", "`" + command + "`", ""));
    picture.ifPresent(shown -> lines.addAll(List.of(shown, "")));
    for (Table table : tables) {
      lines.addAll(table.markdown());
      lines.add("");
    }
    notes.forEach(note -> lines.addAll(List.of(note, "")));
    return lines.subList(0, lines.size() - 1);
  }
}
