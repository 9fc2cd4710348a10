package dev.tradewind.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.domain.NoticeType;
import dev.tradewind.notifications.domain.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {

  /** The example of the Standard Webhooks reference libraries. */
  private static final Secret EXAMPLE = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIMESTAMP = 1_614_265_330;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static final Secret OTHER = Secret.of(new byte[32]);

  @Test
  void it_is_that_of_the_specifications_example() {
    assertThat(Signature.of(List.of(EXAMPLE), ID, TIMESTAMP, BODY)).isEqualTo(SIGNED);
  }

  @Test
  void two_secrets_make_two_signatures_the_newer_first() {
    assertThat(Signature.of(List.of(OTHER, EXAMPLE), ID, TIMESTAMP, BODY))
        .matches("v1,[A-Za-z0-9+/=]{44} v1,[A-Za-z0-9+/=]{44}").endsWith(" " + SIGNED);
  }

  @Test
  void it_covers_id_time_and_body() {
    assertThat(List.of(
        Signature.of(List.of(EXAMPLE), ID + "x", TIMESTAMP, BODY),
        Signature.of(List.of(EXAMPLE), ID, TIMESTAMP + 1, BODY),
        Signature.of(List.of(EXAMPLE), ID, TIMESTAMP, BODY + " "),
        SIGNED)).doesNotHaveDuplicates();
  }

  @Test
  void the_body_is_signed_as_it_is_sent_in_utf_8() {
    var call = new Consumer.Call("/", Map.of("webhook-id", ID, "webhook-timestamp", "1", "webhook-signature",
        Signature.of(List.of(EXAMPLE), ID, 1, "{\"city\":\"Köln\"}")), "{\"city\":\"Köln\"}");
    assertThat(Verifier.with(EXAMPLE.value()).accepts(call)).isTrue();
    assertThat(Verifier.with(OTHER.value()).accepts(call)).isFalse();
  }

  @Test
  void every_attempt_has_the_same_id_and_body_and_its_own_time() {
    var notice = new Notice("d-1", "c-1", Optional.of("w-1"), NoticeType.WEBHOOK_TEST, Instant.EPOCH, Optional.empty());
    var first = WebhookRequest.of(notice, List.of(EXAMPLE), Instant.ofEpochSecond(100));
    var second = WebhookRequest.of(notice, List.of(EXAMPLE), Instant.ofEpochSecond(200));

    assertThat(first.body()).isEqualTo(second.body())
        .isEqualTo("{\"type\":\"webhook.test\",\"timestamp\":\"1970-01-01T00:00:00Z\",\"data\":{\"webhookId\":\"w-1\"}}");
    assertThat(first.headers()).containsEntry("webhook-id", "d-1").containsEntry("webhook-timestamp", "100");
    assertThat(second.headers()).containsEntry("webhook-id", "d-1").containsEntry("webhook-timestamp", "200");
    assertThat(Verifier.with(EXAMPLE.value()).accepts(new Consumer.Call("/", second.headers(), second.body()))).isTrue();
  }
}
