package dev.tradewind.shipping.carrier;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The stand-in carrier from the inside: where a parcel is, how often it moved, its outages. */
public record Depot(String url) {

  /** Where the parcel is, such as {@code booked}. */
  public String status(String orderId) {
    return carrier().get("/carrier/shipments/{key}", orderId).then().statusCode(200).extract().path("status");
  }

  /** How many things happened to the shipments of an order. */
  public int entries(String orderId) {
    return carrier().queryParam("reference", orderId).get("/carrier/ledger/summary").then().statusCode(200).extract().jsonPath().getInt("entries");
  }

  /** Until it is ended, or for so long. */
  public void beginOutage(String mode, int seconds) {
    carrier().body(Map.of("mode", mode, "seconds", seconds)).post("/carrier/outages").then().statusCode(201);
  }

  public void endOutage() {
    carrier().delete("/carrier/outages").then().statusCode(200);
  }

  private RequestSpecification carrier() {
    return RestAssured.given().baseUri(url).port(Integer.parseInt(url.substring(url.lastIndexOf(':') + 1))).contentType(ContentType.JSON);
  }
}
