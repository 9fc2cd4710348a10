package dev.tradewind.gateway.stub;

import static io.restassured.RestAssured.given;

import dev.tradewind.gateway.access.TestIssuer;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The gateway as clients call it. */
public final class Client {

  private Client() {}

  public static RequestSpecification alice(TestIssuer issuer) {
    return as(issuer.customer("alice"));
  }

  public static RequestSpecification bob(TestIssuer issuer) {
    return as(issuer.customer("bob"));
  }

  public static RequestSpecification operator(TestIssuer issuer) {
    return as(issuer.operator());
  }

  /** A key that was never used. */
  public static String newKey() {
    return "key-" + UUID.randomUUID();
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
