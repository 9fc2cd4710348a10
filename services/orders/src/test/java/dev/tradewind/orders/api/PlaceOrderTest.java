package dev.tradewind.orders.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.orders.api.PlaceOrder.Line;
import dev.tradewind.orders.api.PlaceOrder.ShipTo;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule a request must keep, by the field that breaks it. */
class PlaceOrderTest {

  private static ValidatorFactory factory;
  private static Validator validator;

  @BeforeAll
  static void open() {
    factory = Validation.buildDefaultValidatorFactory();
    validator = factory.getValidator();
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @Test
  void a_good_request_breaks_nothing() {
    assertThat(broken(Requests.GOOD)).isEmpty();
  }

  @Test
  void every_field_is_required() {
    assertThat(broken(new PlaceOrder(null, null, null, null, null))).containsExactlyInAnyOrder(
        "customerId is required", "currency is required", "lines is required", "paymentMethod is required", "shipTo is required");
    assertThat(broken(new PlaceOrder("c-1", "EUR", List.of(new Line(null, 1, 1)), "tok", new ShipTo(null, null, null, null, null))))
        .containsExactlyInAnyOrder("lines[0].sku is required", "shipTo.name is required", "shipTo.street is required",
            "shipTo.city is required", "shipTo.postalCode is required", "shipTo.country is required");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_quantity_is_at_least_one(int quantity) {
    assertThat(broken(Requests.lines(new Line("MUG", quantity, 1)))).containsExactly("lines[0].quantity must be 1 or more");
  }

  @ParameterizedTest
  @ValueSource(ints = {10_001, 1_000_000_000})
  void a_quantity_is_at_most_ten_thousand(int quantity) {
    assertThat(broken(Requests.lines(new Line("MUG", quantity, 1)))).containsExactly("lines[0].quantity must be 10000 or less");
  }

  @Test
  void the_bounds_themselves_are_allowed() {
    assertThat(broken(Requests.lines(new Line("A", 1, 0), new Line("B", 10_000, 100_000_000)))).isEmpty();
  }

  @Test
  void a_price_is_neither_negative_nor_absurd() {
    assertThat(broken(Requests.lines(new Line("A", 1, -1), new Line("B", 1, 100_000_001)))).containsExactlyInAnyOrder(
        "lines[0].unitPrice must be 0 or more", "lines[1].unitPrice must be 100000000 or less");
  }

  @Test
  void an_order_has_one_to_fifty_lines() {
    assertThat(broken(Requests.lines())).containsExactly("lines must have 1 to 50 lines");
    assertThat(broken(Requests.lines(many(50)))).isEmpty();
    assertThat(broken(Requests.lines(many(51)))).containsExactly("lines must have 1 to 50 lines");
  }

  @Test
  void a_line_is_there() {
    assertThat(broken(new PlaceOrder("c-1", "EUR", Arrays.asList(Requests.SHIRTS, null), "tok", Requests.HOME)))
        .containsExactly("lines[1] is required");
  }

  @Test
  void a_product_is_named_once_and_the_line_that_repeats_it_is_pointed_at() {
    assertThat(broken(Requests.lines(new Line("A", 1, 1), new Line("B", 1, 1), new Line("A", 2, 1))))
        .containsExactly("lines[2].sku names a product that an earlier line names: add the quantities up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXXX", "EURO", "eur", "EU", "", "ZZZ", "€"})
  void a_currency_is_a_known_code(String currency) {
    assertThat(broken(new PlaceOrder("c-1", currency, List.of(Requests.SHIRTS), "tok", Requests.HOME)))
        .containsExactly("currency must be an ISO 4217 currency code, such as EUR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "a/b", "a\nb"})
  void a_customer_id_is_letters_digits_and_dashes(String customer) {
    assertThat(broken(new PlaceOrder(customer, "EUR", List.of(Requests.SHIRTS), "tok", Requests.HOME)))
        .containsExactly("customerId must be 1 to 64 letters, digits, - or _");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mug", "-A", "A B", "A/B", "Ä"})
  void a_sku_is_capital_letters_and_digits(String sku) {
    assertThat(broken(Requests.lines(new Line(sku, 1, 1))))
        .containsExactly("lines[0].sku must be 1 to 64 capital letters, digits, . _ or -");
  }

  @Test
  void texts_have_a_longest_length() {
    var shipTo = new ShipTo("n".repeat(101), "s".repeat(201), "c".repeat(101), "p".repeat(21), "DEU");
    assertThat(broken(new PlaceOrder("c".repeat(65), "EUR", List.of(new Line("S".repeat(65), 1, 1)), "t".repeat(129), shipTo)))
        .extracting(rule -> rule.substring(0, rule.indexOf(' ')))
        .containsExactlyInAnyOrder("customerId", "lines[0].sku", "paymentMethod", "shipTo.name", "shipTo.street", "shipTo.city",
            "shipTo.postalCode", "shipTo.country");
  }

  @Test
  void texts_as_long_as_allowed_pass() {
    var shipTo = new ShipTo("n".repeat(100), "s".repeat(200), "c".repeat(100), "p".repeat(20), "DE");
    assertThat(broken(new PlaceOrder("c".repeat(64), "EUR", List.of(new Line("S".repeat(64), 1, 1)), "t".repeat(128), shipTo))).isEmpty();
  }

  @Test
  void a_reason_to_cancel_is_a_short_code() {
    assertThat(broken(new CancelOrder(null, null))).isEmpty();
    assertThat(broken(new CancelOrder("changed-my-mind", null))).isEmpty();
    assertThat(broken(new CancelOrder("I changed my mind!", null))).containsExactly("reason must be 1 to 64 small letters, digits or -");
    assertThat(broken(new ResolveOrder(null))).containsExactly("decision is required");
  }

  private static Line[] many(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Line("SKU-" + i, 1, 1)).toArray(Line[]::new);
  }

  private static List<String> broken(Object request) {
    var rules = new ArrayList<String>();
    validator.validate(request).forEach(violation -> rules.add(
        violation.getPropertyPath().toString().replace(".<list element>", "") + " " + violation.getMessage()));
    return rules;
  }
}
