package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The queries service, as its clients see it. */
final class ViewsApi {

  private final URI base;
  private final Http http;

  ViewsApi(URI base, Http http) {
    this.base = base;
    this.http = http;
  }

  /** The order at this version or a later one: "not yet" is repeated until it is there. */
  JsonNode atLeast(long version, String orderId) {
    Answer answer = http.get(base.resolve("/v1/orders/%s?version=%d".formatted(orderId, version)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  List<String> ofCustomer(String customerId) {
    return ids("/v1/customers/" + customerId + "/orders?limit=1");
  }

  List<String> inState(String state) {
    return ids("/v1/orders?limit=50&state=" + state);
  }

  private List<String> ids(String list) {
    List<String> ids = new ArrayList<>();
    for (String cursor = ""; cursor != null; ) {
      JsonNode page = http.get(base.resolve(list + (cursor.isEmpty() ? "" : "&cursor=" + cursor))).json();
      page.path("orders").forEach(order -> ids.add(order.path("orderId").asText()));
      cursor = page.path("next").textValue();
    }
    return ids;
  }
}
