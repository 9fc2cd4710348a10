package dev.tradewind.catalog.csv;

import dev.tradewind.catalog.domain.ProductRow;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of products: UTF-8, comma-separated after <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, one product a line.
 *
 * @param rows its products; empty when anything is wrong
 * @param problems all that is wrong, from the first line to the last
 */
public record ProductFile(List<ProductRow> rows, List<WrongCell> problems) {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  /** What some programs put before the first character. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** @param mostRows with more the file is wrong as a whole */
  public static ProductFile read(byte[] file, int mostRows, Validator validator) {
    var bytes = ByteBuffer.wrap(file);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, mostRows, validator);
    } catch (CharacterCodingException e) {
      var before = new String(file, 0, bytes.position(), StandardCharsets.UTF_8);
      return wrong(1 + lineEnds(before), "is not UTF-8: save the file in this encoding");
    }
  }

  private static ProductFile read(String text, int mostRows, Validator validator) {
    try (var parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      var records = parser.iterator();
      if (!records.hasNext()) {
        return wrong(1, "is empty: the first line names the columns, such as sku,name,description,active,price_EUR");
      }
      var header = Header.of(records.next().toList());
      var rows = new Rows(header, validator);
      if (!header.problems().isEmpty()) {
        return new ProductFile(List.of(), header.problems());
      }
      try {
        int count = 0;
        while (records.hasNext()) {
          var record = records.next();
          count++;
          if (count > mostRows) {
            return wrong(line(parser, record), "is beyond the %d products that a file may have: split the file".formatted(mostRows));
          }
          rows.add(line(parser, record), record.toList());
        }
      } catch (UncheckedIOException e) {
        rows.problems().add(
            new WrongCell((int) parser.getCurrentLineNumber(), "", "cannot be read from here on: a quotation mark is missing or misplaced"));
      }
      return of(rows);
    } catch (IOException | UncheckedIOException e) {
      return wrong(1, "cannot be read: a quotation mark is missing or misplaced");
    }
  }

  private static ProductFile of(Rows rows) {
    if (rows.problems().isEmpty() && rows.rows().isEmpty()) {
      return wrong(1, "is followed by no product");
    }
    return new ProductFile(rows.problems().isEmpty() ? rows.rows() : List.of(), rows.problems());
  }

  /** A value may go over several lines, and the parser knows the last one. */
  private static int line(CSVParser parser, CSVRecord record) {
    return (int) parser.getCurrentLineNumber() - record.stream().mapToInt(ProductFile::lineEnds).sum();
  }

  private static int lineEnds(String text) {
    return (int) LINE_END.matcher(text).results().count();
  }

  private static ProductFile wrong(int line, String detail) {
    return new ProductFile(List.of(), List.of(new WrongCell(line, "", detail)));
  }
}
