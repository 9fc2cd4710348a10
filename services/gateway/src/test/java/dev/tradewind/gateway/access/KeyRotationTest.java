package dev.tradewind.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The issuer changes its key while the gateway runs. */
@QuarkusTest
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyRotationTest {

  private static final int LET_IN = 404;
  private static final int REFUSED = 401;
  private static final int FLOOD = 200;

  TestIssuer issuer;

  @Test
  void a_new_key_is_asked_for_and_the_one_that_is_gone_is_worth_nothing() {
    var before = issuer.customer("alice");
    assertThat(status(before)).isEqualTo(LET_IN);
    issuer.rotate();
    var after = issuer.customer("alice");
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(status(after)).isEqualTo(LET_IN));
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(status(before)).isEqualTo(REFUSED));
  }

  @Test
  void a_flood_of_unknown_keys_is_no_flood_for_the_issuer() {
    var token = TestIssuer.sign(issuer.claims().subject("alice").build(), TestIssuer.newKey());
    int asked = issuer.keysAsked();
    var start = System.nanoTime();
    for (int i = 0; i < FLOOD; i++) {
      assertThat(status(token)).isEqualTo(REFUSED);
    }
    var seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    assertThat(issuer.keysAsked() - asked).isLessThanOrEqualTo((int) Math.min(FLOOD / 2, seconds + 2));
  }

  @Test
  void while_the_issuer_is_away_the_keys_that_are_known_still_count() {
    assertThat(status(issuer.customer("alice"))).isEqualTo(LET_IN);
    issuer.away(true);
    try {
      assertThat(status(issuer.customer("alice"))).isEqualTo(LET_IN);
      var unknown = TestIssuer.sign(issuer.claims().subject("alice").build(), TestIssuer.newKey());
      assertThat(status(unknown)).isIn(REFUSED, 503);
    } finally {
      issuer.away(false);
    }
  }

  private static int status(String token) {
    return given().header("Authorization", "Bearer " + token).get("/v1/nowhere").statusCode();
  }
}
