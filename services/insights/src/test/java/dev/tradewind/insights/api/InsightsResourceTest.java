package dev.tradewind.insights.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.insights.domain.Told;
import dev.tradewind.insights.readers.Handlers;
import dev.tradewind.log.Batch;
import dev.tradewind.log.LogHandler;
import dev.tradewind.log.LogRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked over HTTP, and every way to ask wrongly. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class InsightsResourceTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String HOUR = "from=2026-03-01T12:00:00Z&to=2026-03-01T13:00:00Z";

  @Inject
  Handlers handlers;

  private final String sku = "A-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  private final String customer = "c-" + UUID.randomUUID();

  private static void read(LogHandler handler, List<Told> orders, Function<Told, String> record) {
    var records = IntStream.range(0, orders.size()).mapToObj(i -> new LogRecord(Integer.toString(i + 1), Told.NOON, "p",
        record.apply(orders.get(i)).getBytes(StandardCharsets.UTF_8))).toList();
    handler.accept(new Batch("shardId-000000000000", Optional.empty(), records)).await().atMost(LONG);
  }

  private static Response get(String path) {
    return given().urlEncodingEnabled(false).get("/v1/insights/" + path);
  }

  private static List<String> pages(String path, String ids) {
    var found = new ArrayList<String>();
    var next = "/v1/insights/" + path;
    while (!next.isEmpty()) {
      var page = given().urlEncodingEnabled(false).get(next);
      page.then().statusCode(200).header("Cache-Control", equalTo("no-cache"));
      found.addAll(page.jsonPath().getList(ids));
      var link = page.header("Link");
      next = link == null ? "" : link.substring(1, link.indexOf(">; rel=\"next\""));
    }
    return found;
  }

  @Test
  void sales_are_shown_by_minute_hour_and_day() {
    read(handlers.sales(), List.of(
        Told.order("c-1", 0).of(sku, 2, 750), Told.order("c-2", 10).of(sku, 1, 700), Told.order("c-3", 3_000).of(sku, 5, 100)),
        Told::confirmedRecord);

    get("sales?" + HOUR + "&sku=" + sku).then().statusCode(200).body("sales", hasSize(2)).body("next", nullValue())
        .body("sales[0].start", equalTo("2026-03-01T12:00:00Z")).body("sales[0].sku", equalTo(sku)).body("sales[0].region", equalTo("DE"))
        .body("sales[0].currency", equalTo("EUR")).body("sales[0].units", equalTo(3)).body("sales[0].revenue", equalTo(2_200))
        .body("sales[0].orders", equalTo(2)).body("sales[1].units", equalTo(5));
    get("sales?by=hour&" + HOUR + "&sku=" + sku).then().body("sales", hasSize(1))
        .body("sales[0].units", equalTo(8)).body("sales[0].orders", equalTo(3));
    get("sales?by=day&from=2026-03-01T18:00:00Z&to=2026-03-02T00:00:00Z&sku=" + sku).then()
        .body("sales", hasSize(1)).body("sales[0].units", equalTo(8));
    get("sales?" + HOUR + "&region=NL&sku=" + sku).then().statusCode(200).body("sales", hasSize(0));
    get("sales?from=2026-03-01T12:00:00Z&to=2026-03-01T12:30:00Z&sku=" + sku).then().body("sales", hasSize(1));
  }

  @Test
  void the_link_leads_through_all_pages() {
    read(handlers.sales(), IntStream.range(0, 7).mapToObj(i -> Told.order("c-1", 60L * i).of(sku, i + 1, 100)).toList(), Told::confirmedRecord);

    assertThat(pages("sales?limit=2&sku=" + sku + "&" + HOUR, "sales.units").toString()).isEqualTo("[1, 2, 3, 4, 5, 6, 7]");
  }

  @Test
  void a_list_until_now_is_the_same_list_a_page_later() {
    var page = get("sales?limit=1&by=day&from=2026-03-01T00:00:00Z&sku=" + sku);
    page.then().statusCode(200);
    read(handlers.sales(), IntStream.range(0, 3).mapToObj(i -> Told.order("c-1", 86_400L * i).of(sku, i + 1, 100)).toList(), Told::confirmedRecord);

    assertThat(pages("sales?limit=1&by=day&from=2026-03-01T00:00:00Z&sku=" + sku, "sales.units").toString()).isEqualTo("[1, 2, 3]");
  }

  @Test
  void what_is_bought_together_is_recommended() {
    read(handlers.recommendations(), List.of(Told.order("c-1", 0, sku, "TEA"), Told.order("c-1", 1, sku, "TEA", "MUG")), Told::confirmedRecord);

    get("recommendations/" + sku).then().statusCode(200).body("sku", equalTo(sku)).body("recommendations.sku", equalTo(List.of("TEA", "MUG")))
        .body("recommendations.orders", equalTo(List.of(2, 1)));
    get("recommendations/" + sku + "?limit=1").then().body("recommendations.sku", equalTo(List.of("TEA")));
    get("recommendations/NEVER-SOLD").then().statusCode(200).body("recommendations", hasSize(0));
  }

  @Test
  void suspicions_are_listed_newest_first() {
    var orders = IntStream.range(0, 6).mapToObj(i -> Told.order(customer, i, "TEA")).toList();
    read(handlers.fraud(), orders, Told::placedRecord);

    get("suspicions?customer=" + customer).then().statusCode(200)
        .body("suspicions.orderId", equalTo(orders.subList(3, 6).reversed().stream().map(Told::id).toList()))
        .body("suspicions[0].rule", equalTo("velocity")).body("suspicions[0].customerId", equalTo(customer))
        .body("suspicions[0].detail", equalTo("more than 3 orders of the customer within 600 s"))
        .body("suspicions[0].placedAt", equalTo("2026-03-01T12:00:05Z")).body("suspicions[0]", hasKey("suspectedAt"));
    assertThat(pages("suspicions?limit=2&customer=" + customer, "suspicions.orderId")).hasSize(3).doesNotHaveDuplicates();
    assertThat(pages("suspicions?limit=2", "suspicions.orderId"))
        .containsAll(orders.subList(3, 6).stream().map(Told::id).toList()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "sales | from | is required: all sales of all time are no list",
      "sales?from=yesterday | from | must be a time in ISO 8601 such as 2026-03-01T12:00:00Z",
      "sales?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z | from | must be before to",
      "sales?from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:00Z | from | must be before to",
      "sales?from=2999-03-01T00:00:00Z | from | must not lie in the future",
      "sales?from=2026-03-01T00:00:00Z&to=2999-03-01T00:00:00Z | to | must not lie in the future",
      "sales?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:01Z | from | by minute must be at most 1 days before the end",
      "sales?by=hour&from=2026-03-01T00:00:00Z&to=2026-06-01T00:00:00Z | from | by hour must be at most 31 days before the end",
      "sales?by=MINUTE&from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z | by | must be one of minute, hour, day",
      "sales?by=&from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z | by | must be one of minute, hour, day",
      "sales?sku=tea&from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z | sku | must be 1 to 64 capital letters, digits, . _ or -",
      "sales?region=Germany&from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z | region | must be two capital letters, such as DE",
      "sales?limit=0&from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z | limit | must be a whole number from 1 to 500",
      "sales?limit=501&from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z | limit | must be a whole number from 1 to 500",
      "sales?product=TEA&from=2026-03-01T00:00:00Z | product | is not a parameter here; there are by, cursor, from, limit, region, sku, to",
      "sales?sku=A&sku=B&from=2026-03-01T00:00:00Z&to=2026-03-01T01:00:00Z | sku | must be given once",
      "suspicions?customer=a%2Fb | customer | must be 1 to 64 letters, digits, - or _",
      "suspicions?limit=101 | limit | must be a whole number from 1 to 100",
      "suspicions?order=x | order | is not a parameter here; there are cursor, customer, limit",
      "recommendations/TEA?limit=51 | limit | must be a whole number from 1 to 50",
      "recommendations/TEA?cursor=x | cursor | is not a parameter here; there are limit",
      "recommendations/tea | sku | must be 1 to 64 capital letters, digits, . _ or -"})
  void what_breaks_a_rule_is_refused_by_name(String path, String field, String rule) {
    get(path).then().statusCode(400).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:invalid-request"))
        .body("violations.field", hasItem(field)).body("violations.rule", hasItem(rule));
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    read(handlers.sales(), IntStream.range(0, 3).mapToObj(i -> Told.order("c-1", 60L * i).of(sku, 1, 100)).toList(), Told::confirmedRecord);
    String cursor = get("sales?limit=1&" + HOUR + "&sku=" + sku).jsonPath().getString("next");

    refused(get("sales?limit=1&" + HOUR + "&cursor=" + cursor), "belongs to another list");
    refused(get("sales?limit=1&by=hour&" + HOUR + "&sku=" + sku + "&cursor=" + cursor), "belongs to another list");
    refused(get("suspicions?cursor=" + cursor), "belongs to another list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "garbage", "AAAA"})
  void a_cursor_that_is_none_is_refused(String cursor) {
    refused(get("sales?" + HOUR + "&cursor=" + cursor), "is not one of ours");
    refused(get("suspicions?cursor=" + cursor), "is not one of ours");
  }

  private static void refused(Response answer, String why) {
    answer.then().statusCode(400).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:invalid-cursor"))
        .body("detail", containsString(why));
  }

  @Test
  void the_contract_is_served() {
    given().accept("application/json").get("/openapi").then().statusCode(200)
        .body("paths", hasKey("/v1/insights/sales")).body("paths", hasKey("/v1/insights/recommendations/{sku}"))
        .body("paths", hasKey("/v1/insights/suspicions")).body("paths", hasKey("/v1/insights/status"))
        .body("paths.'/v1/insights/sales'.get.parameters.name", hasItem("cursor"));
  }
}
