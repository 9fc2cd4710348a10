package dev.tradewind.catalog.api;

import static dev.tradewind.catalog.api.ProductsApi.PATH;
import static dev.tradewind.catalog.api.ProductsApi.body;
import static dev.tradewind.catalog.api.ProductsApi.get;
import static dev.tradewind.catalog.api.ProductsApi.importFile;
import static dev.tradewind.catalog.api.ProductsApi.problem;
import static dev.tradewind.catalog.api.ProductsApi.put;
import static dev.tradewind.catalog.api.ProductsApi.sku;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file becomes products, all of them or none. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportResourceTest {

  private static final String HEADER = "sku,name,active,price_EUR\n";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String key = UUID.randomUUID().toString();
  private final String first = sku();
  private final String second = sku();

  @Test
  void a_file_is_applied_to_its_end() {
    put(first, body("Tea", "499 EUR"));
    var file = HEADER + first + ",Tea,true,499\n" + second + ",Mug,true,800\n";

    var location = importFile(key, file).statusCode(202).body("rows", equalTo(2)).extract().header("Location");

    assertThat(location).contains(PATH + "imports/");
    awaitDone(location);
    get(location).body("applied", equalTo(2)).body("changed", equalTo(1));
    get(PATH + first).body("version", equalTo(1));
    get(PATH + second).body("name", equalTo("Mug")).body("prices[0].amount", equalTo(800));
  }

  @Test
  void many_parts_are_applied_one_after_the_other() {
    var prefix = sku();
    var file = HEADER + IntStream.range(0, 130).mapToObj(i -> "%s-%d,P %d,true,%d\n".formatted(prefix, i, i, i)).collect(Collectors.joining());

    var location = importFile(key, file).statusCode(202).extract().header("Location");

    awaitDone(location);
    get(location).body("rows", equalTo(130)).body("applied", equalTo(130)).body("changed", equalTo(130));
    get(PATH + prefix + "-129").body("prices[0].amount", equalTo(129));
  }

  @Test
  void the_same_key_and_file_are_one_import_for_ever() {
    var file = HEADER + first + ",Tea,true,499\n";
    var location = importFile(key, file).statusCode(202).extract().header("Location");
    awaitDone(location);
    put(first, body("Tea", "549 EUR"));

    importFile(key, file).statusCode(202).header("Location", equalTo(location)).body("state", equalTo("DONE"));

    get(PATH + first).body("version", equalTo(2)).body("prices[0].amount", equalTo(549));
    problem(importFile(key, HEADER + first + ",Tea,true,599\n"), 422, "idempotency-key-reused");
  }

  @Test
  void everything_that_is_wrong_is_listed_and_nothing_is_applied() {
    var answer = importFile(key, HEADER + first + ",Tea,true,499\n" + second + ",,perhaps,4.99\n" + first + ",Tea,true,1\n");

    problem(answer, 422, "invalid-import");
    answer.body("detail", equalTo("The file breaks 4 rules; nothing was imported."))
        .body("errors.line", contains(3, 3, 3, 4)).body("errors.column", contains("price_EUR", "active", "name", "sku"))
        .body("errors[3].detail", startsWith("stands in line 2 already"));
    get(PATH + first).statusCode(404);
  }

  @Test
  void a_hundred_problems_are_listed_and_the_rest_counted() {
    var answer = importFile(key, HEADER + "bad,,x,y\n".repeat(60));

    problem(answer, 422, "invalid-import");
    answer.body("detail", containsString("240 rules, of which the first 100")).body("errors", hasSize(100));
  }

  @Test
  void a_file_that_was_refused_leaves_its_key_free() {
    problem(importFile(key, HEADER), 422, "invalid-import");

    importFile(key, HEADER + first + ",Tea,true,499\n").statusCode(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "text/csv; charset=iso-8859-1", "application/vnd.ms-excel"})
  void another_type_is_a_problem(String type) {
    problem(given().header("Idempotency-Key", key).contentType(type).body(HEADER.getBytes()).post(PATH + "imports").then(),
        415, "unsupported-media-type");
  }

  @Test
  void an_import_needs_a_key_and_a_file() {
    problem(given().contentType("text/csv; charset=utf-8").body(HEADER).post(PATH + "imports").then(), 400, "missing-idempotency-key");
    problem(given().header("Idempotency-Key", key).contentType("text/csv; charset=utf-8").post(PATH + "imports").then(), 422, "invalid-import");
    problem(importFile(key, "x".repeat(5_000_000)), 413, "body-too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-uuid", "00000000-0000-0000-0000-000000000000"})
  void what_was_never_accepted_is_not_found(String id) {
    problem(get(PATH + "imports/" + id), 404, "import-not-found");
  }

  private static void awaitDone(String location) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(() -> get(location).statusCode(200).body("state", equalTo("DONE")));
  }
}
