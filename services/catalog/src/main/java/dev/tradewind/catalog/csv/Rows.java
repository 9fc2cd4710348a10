package dev.tradewind.catalog.csv;

import dev.tradewind.catalog.content.PutProduct;
import dev.tradewind.catalog.content.PutProduct.Price;
import dev.tradewind.catalog.domain.ProductRow;
import dev.tradewind.catalog.domain.Sku;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lines become products, by the same rules as a single one over HTTP; each that is broken is noted with its place. */
final class Rows {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Header header;
  private final Validator validator;
  private final Map<String, Integer> lineOfSku = new HashMap<>();
  private final List<ProductRow> rows = new ArrayList<>();
  private final List<WrongCell> problems = new ArrayList<>();

  Rows(Header header, Validator validator) {
    this.header = header;
    this.validator = validator;
  }

  List<ProductRow> rows() {
    return rows;
  }

  List<WrongCell> problems() {
    return problems;
  }

  /** Takes the next line of the file. */
  void add(int line, List<String> cells) {
    if (cells.size() != header.columns().size()) {
      problems.add(new WrongCell(line, "", "must have %d columns as the first line, but has %d".formatted(header.columns().size(), cells.size())));
      return;
    }
    int before = problems.size();
    var cell = new HashMap<String, String>();
    for (int i = 0; i < cells.size(); i++) {
      cell.put(header.columns().get(i), cells.get(i).strip());
    }
    checkSku(line, cell.get(Header.SKU));
    var product = product(line, cell);
    if (problems.size() == before) {
      rows.add(new ProductRow(line, cell.get(Header.SKU), product.content()));
    }
  }

  private void checkSku(int line, String sku) {
    if (!Sku.isOne(sku)) {
      problems.add(new WrongCell(line, Header.SKU, Sku.RULE));
      return;
    }
    var earlier = Optional.ofNullable(lineOfSku.putIfAbsent(sku, line));
    earlier.ifPresent(first -> problems.add(new WrongCell(line, Header.SKU, "stands in line %d already: each product once".formatted(first))));
  }

  private PutProduct product(int line, Map<String, String> cell) {
    var columns = header.columns().stream().filter(name -> name.startsWith(Header.PRICE) && !cell.get(name).isEmpty()).toList();
    var prices = columns.stream().map(name -> new Price(amount(line, name, cell.get(name)), name.substring(Header.PRICE.length()))).toList();
    var product = new PutProduct(cell.get(Header.NAME), cell.getOrDefault(Header.DESCRIPTION, ""), active(line, cell.get(Header.ACTIVE)), prices);
    validator.validate(product).stream().map(violation -> wrong(line, violation, columns))
        .sorted(Comparator.comparing(WrongCell::column).thenComparing(WrongCell::detail)).forEach(problems::add);
    return product;
  }

  private long amount(int line, String column, String text) {
    if (!NUMBER.matcher(text).matches()) {
      problems.add(new WrongCell(line, column, "must be a whole number in minor units of the currency, such as 499 for 4.99"));
      return 0;
    }
    return Long.parseLong(text);
  }

  private boolean active(int line, String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      problems.add(new WrongCell(line, Header.ACTIVE, "must be true or false"));
    }
    return Boolean.parseBoolean(text);
  }

  /** A rule about a price points at its column, one about the prices together at the line. */
  private static WrongCell wrong(int line, ConstraintViolation<PutProduct> violation, List<String> prices) {
    var nodes = new ArrayList<Path.Node>();
    violation.getPropertyPath().forEach(nodes::add);
    var column = nodes.stream().filter(Path.Node::isInIterable).map(Path.Node::getIndex).findFirst().map(prices::get)
        .orElseGet(() -> nodes.getFirst().getName().equals("prices") ? "" : nodes.getFirst().getName());
    return new WrongCell(line, column, column.isEmpty() ? "prices " + violation.getMessage() : violation.getMessage());
  }
}
