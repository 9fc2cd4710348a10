package dev.tradewind.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The gateway starts before its issuer does. */
@QuarkusTest
@TestProfile(IssuerAwayTest.Nobody.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IssuerAwayTest {

  /** An issuer where nobody listens. */
  public static final class Nobody implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:" + port.getLocalPort());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  URI where;

  @Test
  void tokens_cannot_be_checked_until_it_comes_and_everything_else_works() {
    try (var elsewhere = new TestIssuer()) {
      given().header("Authorization", "Bearer " + elsewhere.customer("alice")).get("/v1/nowhere").then().statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", notNullValue())
          .body("type", equalTo("urn:tradewind:problem:issuer-unavailable"));
    }
    given().get("/v1/nowhere").then().statusCode(404);
    given().get("/q/health/live").then().statusCode(200);

    try (var issuer = new TestIssuer(where.getPort())) {
      await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
          assertThat(given().header("Authorization", "Bearer " + issuer.customer("alice")).get("/v1/nowhere").statusCode()).isEqualTo(404));
    }
  }
}
