package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.e2e.Http.Answer;
import java.net.URI;
import java.util.Map;

/** The notifications service, as customers see it. */
final class NotificationsApi {

  private final URI base;
  private final Http http;

  NotificationsApi(URI base, Http http) {
    this.base = base;
    this.http = http;
  }

  /** Tells a customer's news at this URL from now on; returns the secret. */
  String register(String customerId, URI url) {
    Answer answer = http.post(customer(customerId, "webhooks"), Map.of("Idempotency-Key", "webhook"), Http.json(Map.of("url", url.toString())));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("secret").asText();
  }

  /** Writes a customer's news to this address from now on. */
  void writeTo(String customerId, String address) {
    Answer answer = http.put(customer(customerId, "contact"), Map.of("Idempotency-Key", "contact"), Http.json(Map.of("email", address)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private URI customer(String customerId, String what) {
    return base.resolve("/v1/customers/" + customerId + "/" + what);
  }
}
