package dev.tradewind.catalog.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first line of a file: which column holds what, in any order.
 *
 * @param columns their names, in the order of the file
 */
record Header(List<String> columns) {

  static final String SKU = "sku";
  static final String NAME = "name";
  static final String DESCRIPTION = "description";
  static final String ACTIVE = "active";
  /** What the columns of prices begin with; the currency follows. */
  static final String PRICE = "price_";

  private static final List<String> REQUIRED = List.of(SKU, NAME, ACTIVE);
  private static final Set<String> KNOWN = Set.of(SKU, NAME, DESCRIPTION, ACTIVE);

  Header {
    columns = List.copyOf(columns);
  }

  static Header of(List<String> cells) {
    return new Header(cells.stream().map(String::strip).toList());
  }

  /** What is wrong with it; nothing else of the file can be read then. */
  List<WrongCell> problems() {
    var problems = new ArrayList<WrongCell>();
    if (columns.size() == 1 && columns.getFirst().contains(";")) {
      return List.of(wrong("", "must separate its columns by commas, not by semicolons"));
    }
    var missing = REQUIRED.stream().filter(name -> !columns.contains(name)).collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      problems.add(wrong("", "must have the columns sku, name and active, but has no " + missing));
    }
    if (columns.stream().noneMatch(name -> name.startsWith(PRICE))) {
      problems.add(wrong("", "must have a column of prices, such as price_EUR"));
    }
    var seen = new HashSet<String>();
    for (var name : columns) {
      if (!KNOWN.contains(name) && !name.startsWith(PRICE)) {
        problems.add(wrong(name, "is not a column here; there are sku, name, description, active and prices such as price_EUR"));
      } else if (!seen.add(name)) {
        problems.add(wrong(name, "is there twice"));
      }
    }
    return problems;
  }

  private static WrongCell wrong(String column, String detail) {
    return new WrongCell(1, column, detail);
  }
}
