package dev.tradewind.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Limits as clients see them, behind one proxy, without Valkey. Windows of a day: nothing comes back while a test runs. */
@QuarkusTest
@TestProfile(RateLimitsTest.Small.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimitsTest {

  private static final int SERVED = 404;
  private static final int LIMITED = 429;

  /** A few requests a day. */
  public static final class Small implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tradewind.gateway.access.trusted-proxies", "1",
          "tradewind.gateway.limits.reads.requests", "5", "tradewind.gateway.limits.reads.window-seconds", "86400",
          "tradewind.gateway.limits.writes.requests", "2", "tradewind.gateway.limits.writes.window-seconds", "86400",
          "tradewind.gateway.limits.operators.requests", "20", "tradewind.gateway.limits.operators.window-seconds", "86400",
          "tradewind.gateway.limits.anonymous.requests", "3", "tradewind.gateway.limits.anonymous.window-seconds", "86400");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(IssuerResource.class));
    }
  }

  TestIssuer issuer;

  @Test
  void a_customer_reads_so_often_and_is_told_each_time_how_much_is_left() {
    var alice = customer();
    for (int left = 4; left >= 0; left--) {
      var answer = get(alice);
      assertThat(answer.statusCode()).isEqualTo(SERVED);
      assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"reads\";q=5;w=86400");
      assertThat(answer.header("RateLimit")).startsWith("\"reads\";r=" + left + ";t=");
    }
    get(alice).then().statusCode(LIMITED).contentType("application/problem+json")
        .header("RateLimit-Policy", "\"reads\";q=5;w=86400")
        .header("RateLimit", "\"reads\";r=0;t=86400")
        .header("Retry-After", "17280")
        .body("type", equalTo("urn:tradewind:problem:too-many-requests"))
        .body("detail", equalTo("The limit \"reads\" is 5 requests in 86400 seconds: repeat the request after 17280 seconds."));
  }

  @Test
  void reading_and_writing_are_counted_apart() {
    var alice = customer();
    assertThat(IntStream.range(0, 6).map(i -> get(alice).statusCode())).containsExactly(SERVED, SERVED, SERVED, SERVED, SERVED, LIMITED);
    assertThat(IntStream.range(0, 3).map(i -> post(alice).statusCode())).containsExactly(SERVED, SERVED, LIMITED);
    assertThat(post(alice).header("RateLimit-Policy")).isEqualTo("\"writes\";q=2;w=86400");
  }

  @Test
  void customers_do_not_share_a_limit_however_they_come() {
    var alice = customer();
    var bob = customer();
    IntStream.range(0, 6).forEach(i -> get(alice.header("X-Forwarded-For", "198.51.100.1")));
    assertThat(get(bob.header("X-Forwarded-For", "198.51.100.1")).statusCode()).isEqualTo(SERVED);
  }

  @Test
  void a_new_token_is_no_new_customer() {
    var id = UUID.randomUUID().toString();
    IntStream.range(0, 5).forEach(i -> get(bearing(issuer.customer(id))));
    assertThat(get(bearing(issuer.customer(id))).statusCode()).isEqualTo(LIMITED);
  }

  @Test
  void operators_have_a_limit_of_their_own() {
    var olga = bearing(issuer.operator());
    assertThat(IntStream.range(0, 10).map(i -> post(olga).statusCode())).containsOnly(SERVED);
    assertThat(get(olga).header("RateLimit-Policy")).isEqualTo("\"operators\";q=20;w=86400");
  }

  @Test
  void without_a_token_the_address_counts_as_the_proxy_heard_it() {
    assertThat(IntStream.range(0, 4).map(i -> get(from("6.6.6." + i + ", 203.0.113.1")).statusCode()))
        .containsExactly(SERVED, SERVED, SERVED, LIMITED);
    assertThat(get(from("203.0.113.1, 203.0.113.2")).statusCode()).isEqualTo(SERVED);
  }

  @Test
  void trying_tokens_is_limited_as_well() {
    assertThat(IntStream.range(0, 4).map(i -> get(from("203.0.113.3").header("Authorization", "Bearer a.b." + i)).statusCode()))
        .containsExactly(401, 401, 401, LIMITED);
    assertThat(get(customer().header("X-Forwarded-For", "203.0.113.3")).statusCode()).isEqualTo(SERVED);
  }

  @Test
  void health_and_metrics_are_not_counted() {
    IntStream.range(0, 10).forEach(i -> from("203.0.113.4").get("/q/health/live").then().statusCode(200).header("RateLimit", nullValue()));
    IntStream.range(0, 10).forEach(i -> from("203.0.113.4").get("/q/metrics").then().statusCode(200));
    assertThat(get(from("203.0.113.4")).statusCode()).isEqualTo(SERVED);
  }

  private RequestSpecification customer() {
    return bearing(issuer.customer(UUID.randomUUID().toString()));
  }

  private static RequestSpecification bearing(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static RequestSpecification from(String forwardedFor) {
    return given().header("X-Forwarded-For", forwardedFor);
  }

  private static Response get(RequestSpecification request) {
    return request.get("/v1/nowhere");
  }

  private static Response post(RequestSpecification request) {
    return request.body("{}").contentType("application/json").post("/v1/nowhere");
  }
}
