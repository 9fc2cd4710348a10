package dev.tradewind.gateway.stub;

import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.upstream.Service;
import java.util.concurrent.atomic.AtomicInteger;

/** What services answer about one order of alice's. */
public final class Samples {

  public static final String ORDER_ID = "2bac7820-f492-59be-9de6-5d1c331b5b4f";

  public static final String ORDER = """
      {"orderId":"%s","customerId":"alice","state":"DISPATCHED","reason":null,"total":{"amount":1497,"currency":"EUR"},
       "lines":[{"sku":"TEA-001","quantity":3,"unitPrice":499}],"trackingNumber":"TR-1","version":7,
       "placedAt":"2026-03-01T12:00:00Z","changedAt":"2026-03-01T12:00:05Z","aFieldOfTomorrow":true}""".formatted(ORDER_ID);

  public static final String PAYMENT = """
      {"orderId":"%s","state":"CAPTURED","amount":{"amount":1497,"currency":"EUR"},"authorizationId":"au-1","captureId":"ca-1",
       "refundId":null,"reason":null}""".formatted(ORDER_ID);

  public static final String SHIPMENT = """
      {"orderId":"%s","state":"DISPATCHED","trackingNumber":"TR-1","reason":null}""".formatted(ORDER_ID);

  public static final String PRODUCT = """
      {"sku":"TEA-001","name":"Earl Grey","description":"Black tea","active":true,"prices":[{"amount":499,"currency":"EUR"}],
       "version":3,"changedAt":"2026-02-01T12:00:00Z"}""";

  private static final AtomicInteger PRODUCTS = new AtomicInteger();

  private Samples() {}

  /** All four services know the order. Its product is in no cache yet; this gives its SKU. */
  public static String whole(StubServices services) {
    var sku = "TEA-%03d".formatted(PRODUCTS.incrementAndGet());
    services.of(Service.ORDERS).answers(Answering.json(200, ORDER.replace("TEA-001", sku)));
    services.of(Service.PAYMENTS).answers(Answering.json(200, PAYMENT));
    services.of(Service.SHIPPING).answers(Answering.json(200, SHIPMENT));
    services.of(Service.CATALOG).answers(Answering.json(200, "{\"products\":[" + PRODUCT.replace("TEA-001", sku) + "]}"));
    return sku;
  }
}
