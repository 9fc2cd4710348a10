package dev.tradewind.catalog.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.catalog.domain.ProductContent;
import dev.tradewind.catalog.domain.ProductRow;
import dev.tradewind.contracts.Money;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductFileTest {

  private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();
  private static final String HEADER = "sku,name,description,active,price_EUR,price_GBP\n";

  @Test
  void a_line_is_a_product_with_all_its_prices() {
    var file = read(HEADER + "TEA-001,Earl Grey,\"Black, with bergamot\",true,499,429\nMUG,Mug,,FALSE,,800\n");

    assertThat(file.problems()).isEmpty();
    assertThat(file.rows()).containsExactly(
        new ProductRow(2, "TEA-001",
            new ProductContent("Earl Grey", "Black, with bergamot", true, List.of(new Money(499, "EUR"), new Money(429, "GBP")))),
        new ProductRow(3, "MUG", new ProductContent("Mug", "", false, List.of(new Money(800, "GBP")))));
  }

  @Test
  void columns_come_in_any_order_and_a_description_may_be_missing() {
    var file = read("price_EUR,active,sku,name\n499,true,TEA,Tea\n");

    assertThat(file.rows()).containsExactly(new ProductRow(2, "TEA", new ProductContent("Tea", "", true, List.of(new Money(499, "EUR")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lines_are_counted_also_within_a_value_and_between_products(String end) {
    var file = read((HEADER + "A,A,\"one\ntwo\nthree\",true,1,\n\n\nB,B,,true,x,\nC,C,\"four\n\",true,y,\n").replace("\n", end));

    assertThat(file.problems()).extracting(WrongCell::line).containsExactly(7, 8);
  }

  @Test
  void what_programs_put_around_it_is_no_fault() {
    assertThat(read("\uFEFF" + HEADER + " TEA , Tea , , true , 1 , \r\n").rows())
        .containsExactly(new ProductRow(2, "TEA", new ProductContent("Tea", "", true, List.of(new Money(1, "EUR")))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "tea,Tea,,true,1,|sku|must be 1 to 64 capital letters, digits, . _ or -",
    ",Tea,,true,1,|sku|must be 1 to 64 capital letters, digits, . _ or -",
    "TEA,,,true,1,|name|is required",
    "TEA,Tea,,yes,1,|active|must be true or false",
    "TEA,Tea,,,1,|active|must be true or false",
    "TEA,Tea,,true,4.99,|price_EUR|must be a whole number in minor units of the currency, such as 499 for 4.99",
    "TEA,Tea,,true,-1,|price_EUR|must be a whole number in minor units of the currency, such as 499 for 4.99",
    "TEA,Tea,,true,,100000001|price_GBP|must be 100000000 or less",
    "TEA,Tea,,true,1,99999999999999999999|price_GBP|must be a whole number in minor units of the currency, such as 499 for 4.99",
    "TEA,Tea,,true,,|''|prices must have 1 to 20 prices",
    "TEA,Tea,,true,1|''|must have 6 columns as the first line, but has 5",
    "TEA,Tea,,true,1,2,3|''|must have 6 columns as the first line, but has 7",
  })
  void a_broken_rule_is_told_with_its_line_and_its_column(String line, String column, String detail) {
    var file = read(HEADER + line + "\n");

    assertThat(file.problems()).containsExactly(new WrongCell(2, column, detail));
    assertThat(file.rows()).isEmpty();
  }

  @Test
  void a_name_is_on_one_line() {
    assertThat(read(HEADER + "TEA,\"a\nb\",,true,1,\n").problems())
        .containsExactly(new WrongCell(2, "name", "must be on one line, without control characters"));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_and_nothing_is_left_to_apply() {
    var file = read(HEADER + "GOOD,Good,,true,1,\nbad,,,maybe,x,-2\nGOOD,Again,,true,1,\n");

    assertThat(file.problems()).extracting(problem -> problem.line() + " " + problem.column())
        .containsExactlyInAnyOrder("3 sku", "3 name", "3 active", "3 price_EUR", "3 price_GBP", "4 sku");
    assertThat(file.problems()).contains(new WrongCell(4, "sku", "stands in line 2 already: each product once"));
    assertThat(file.rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "sku,name,price_EUR||must have the columns sku, name and active, but has no active",
    "name,active||must have the columns sku, name and active, but has no sku",
    "sku,name,active||must have a column of prices, such as price_EUR",
    "sku,name,active,price_EUR,colour|colour|is not a column here; there are sku, name, description, active and prices such as price_EUR",
    "sku,sku,name,active,price_EUR|sku|is there twice",
    "sku;name;active;price_EUR||must separate its columns by commas, not by semicolons",
  })
  void a_wrong_first_line_is_told(String header, String column, String detail) {
    assertThat(read(header + "\nTEA,Tea,true,1\n").problems()).contains(new WrongCell(1, column == null ? "" : column, detail));
  }

  @Test
  void a_currency_that_does_not_exist_is_told_where_it_is_used() {
    assertThat(read("sku,name,active,price_EUR,price_XYZ\nA,A,true,1,\nB,B,true,1,2\n").problems())
        .containsExactly(new WrongCell(3, "price_XYZ", "must be an ISO 4217 currency code, such as EUR"));
  }

  @Test
  void a_quotation_mark_that_is_never_closed_is_told_with_what_came_before() {
    var problems = read(HEADER + "a,A,,true,1,\nB,\"B,,true,1,\nC,C,,true,1,\n").problems();

    assertThat(problems.getFirst()).isEqualTo(new WrongCell(2, "sku", "must be 1 to 64 capital letters, digits, . _ or -"));
    assertThat(problems.getLast().detail()).startsWith("cannot be read from here on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\"", "\u0000"})
  void what_is_no_file_of_products_is_told(String text) {
    assertThat(read(text).problems()).isNotEmpty();
  }

  @Test
  void a_file_without_products_is_told() {
    assertThat(read(HEADER).problems()).containsExactly(new WrongCell(1, "", "is followed by no product"));
  }

  @Test
  void another_encoding_is_told() {
    var latin = (HEADER + "TEA,Tea,,true,1,\nCREME,Cr\u00e8me,,true,1,\n").getBytes(Charset.forName("ISO-8859-1"));

    assertThat(ProductFile.read(latin, 10, VALIDATOR).problems())
        .containsExactly(new WrongCell(3, "", "is not UTF-8: save the file in this encoding"));
  }

  @Test
  void a_file_has_so_many_products_and_no_more() {
    var three = HEADER + IntStream.range(0, 3).mapToObj("P-%d,P,,true,1,\n"::formatted).collect(Collectors.joining());

    assertThat(ProductFile.read(three.getBytes(StandardCharsets.UTF_8), 3, VALIDATOR).rows()).hasSize(3);
    assertThat(ProductFile.read(three.getBytes(StandardCharsets.UTF_8), 2, VALIDATOR).problems())
        .containsExactly(new WrongCell(4, "", "is beyond the 2 products that a file may have: split the file"));
  }

  private static ProductFile read(String text) {
    return ProductFile.read(text.getBytes(StandardCharsets.UTF_8), 100, VALIDATOR);
  }
}
