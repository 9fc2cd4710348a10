package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The gateway, as one of its clients sees it: a customer, an operator, or somebody without a token. */
final class GatewayApi {

  private final URI base;
  private final Http http;
  private final Map<String, String> who;

  private GatewayApi(URI base, Http http, Optional<String> token) {
    this.base = base;
    this.http = http;
    this.who = token.map(bearer -> Map.of("Authorization", "Bearer " + bearer)).orElse(Map.of());
  }

  /** @param whom {@code customer=ID} or {@code role=operator} */
  static GatewayApi of(URI gateway, URI partners, Http http, String whom) {
    Answer token = http.post(
        partners.resolve("/oidc/token"), Map.of(), "application/x-www-form-urlencoded", "grant_type=client_credentials&" + whom);
    return new GatewayApi(gateway, http, Optional.of(token.json().path("access_token").asText()));
  }

  static GatewayApi stranger(URI gateway, Http http) {
    return new GatewayApi(gateway, http, Optional.empty());
  }

  /** One attempt: what was answered, also "not now". */
  Answer get(String path) {
    return http.once(base.resolve(path), who);
  }

  Answer place(NewOrder order) {
    return http.postOnce(base.resolve("/v1/orders"), with("Idempotency-Key", order.key()), order.body());
  }

  Answer cancel(String orderId, String key) {
    return http.postOnce(base.resolve("/v1/orders/" + orderId + "/cancel"), with("Idempotency-Key", key), "{}");
  }

  JsonNode put(String path, String key, Object body) {
    Answer answer = http.put(base.resolve(path), with("Idempotency-Key", key), Http.json(body));
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    return answer.json();
  }

  JsonNode post(String path, String key, Object body) {
    Answer answer = http.post(base.resolve(path), with("Idempotency-Key", key), Http.json(body));
    assertThat(answer.status()).as(answer.body()).isIn(200, 201, 202);
    return answer.json();
  }

  private Map<String, String> with(String header, String value) {
    Map<String, String> headers = new HashMap<>(who);
    headers.put(header, value);
    return headers;
  }
}
