package dev.tradewind.payments.psp;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The stand-in provider from the auditor's side: its ledger, its outages. */
public record Books(String url) {

  /** What the ledger says about one order. */
  public JsonPath summary(String orderId) {
    return provider().queryParam("reference", orderId).get("/psp/ledger/summary").then().statusCode(200).extract().jsonPath();
  }

  public int count(String orderId, String kind) {
    return summary(orderId).getInt("counts." + kind);
  }

  /** Until it is ended, or for so long. */
  public void beginOutage(String mode, int seconds) {
    provider().body(Map.of("mode", mode, "seconds", seconds)).post("/psp/outages").then().statusCode(201);
  }

  public void endOutage() {
    provider().delete("/psp/outages").then().statusCode(200);
  }

  /** Somebody voids at the provider's desk. */
  public void voidByHand(String authorizationId) {
    provider().header("Idempotency-Key", "by-hand-" + authorizationId).post("/psp/authorizations/{id}/voids", authorizationId).then().statusCode(201);
  }

  private RequestSpecification provider() {
    return RestAssured.given().baseUri(url).port(Integer.parseInt(url.substring(url.lastIndexOf(':') + 1))).contentType(ContentType.JSON);
  }
}
