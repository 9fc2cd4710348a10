package dev.tradewind.notifications.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.core.wire.Json;
import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.domain.Secret;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is sent: the body, the same at every attempt, and the headers, which say when this attempt was made. */
record WebhookRequest(Map<String, String> headers, String body) {

  private static final ObjectMapper JSON = Json.mapper();

  /**
   * The body, as Standard Webhooks wants it.
   *
   * @param data the order as it was; for a test, which webhook is tried
   */
  @RegisterForReflection
  record Body(String type, Instant timestamp, Object data) {}

  static WebhookRequest of(Notice notice, List<Secret> secrets, Instant now) {
    var body = body(notice);
    long timestamp = now.getEpochSecond();
    return new WebhookRequest(Map.of(
        "content-type", "application/json",
        "user-agent", "Tradewind-Webhooks/1",
        "webhook-id", notice.deliveryId(),
        "webhook-timestamp", Long.toString(timestamp),
        "webhook-signature", Signature.of(secrets, notice.deliveryId(), timestamp, body)), body);
  }

  private static String body(Notice notice) {
    var data = notice.order().<Object>map(order -> order).orElseGet(() -> Map.of("webhookId", notice.webhookId().orElseThrow()));
    try {
      return JSON.writeValueAsString(new Body(notice.type().publicName(), notice.at(), data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the body of a webhook", e);
    }
  }
}
