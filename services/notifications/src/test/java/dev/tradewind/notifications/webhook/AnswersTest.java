package dev.tradewind.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.notifications.domain.DeliveryCommand.Arrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Gone;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.webhook.WebhookClient.Answer;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void two_hundred_means_that_it_arrived(int status) {
    assertThat(Answers.meaning(new Answer(status, Optional.of("60")), NOW)).isEqualTo(new Arrived(Integer.toString(status)));
  }

  @Test
  void gone_means_never_again() {
    assertThat(Answers.meaning(new Answer(410, Optional.empty()), NOW)).isEqualTo(new Gone());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 301, 302, 307, 308, 400, 401, 404, 409, 500, 502, 504})
  void anything_else_means_later_whatever_it_says_about_when(int status) {
    assertThat(Answers.meaning(new Answer(status, Optional.of("60")), NOW)).isEqualTo(NotArrived.because(Integer.toString(status)));
  }

  @ParameterizedTest
  @CsvSource({"429, 120, PT2M", "503, 1, PT1S", "503, 'Thu, 01 Jan 2026 01:00:00 GMT', PT1H"})
  void a_consumer_under_load_says_when(int status, String retryAfter, Duration expected) {
    assertThat(Answers.meaning(new Answer(status, Optional.of(retryAfter)), NOW))
        .isEqualTo(new NotArrived(Integer.toString(status), Optional.of(expected)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "soon", "1e9", "99999999999", "Thu, 01 Jan 2025 01:00:00 GMT", ""})
  void what_makes_no_sense_is_ignored(String retryAfter) {
    assertThat(Answers.meaning(new Answer(503, Optional.of(retryAfter)), NOW)).isEqualTo(NotArrived.because("503"));
  }

  @Test
  void no_answer_is_told_in_a_word_without_names() {
    assertThat(Answers.meaning(new TimeoutException())).isEqualTo(NotArrived.because("timeout"));
    assertThat(Answers.meaning(new ConnectException("refused: secret.example/10.0.0.1"))).isEqualTo(NotArrived.because("cannot-connect"));
    assertThat(Answers.meaning(new SSLHandshakeException("no name matching secret.example"))).isEqualTo(NotArrived.because("tls-failed"));
    assertThat(Answers.meaning(new IllegalStateException("secret.example"))).isEqualTo(NotArrived.because("IllegalStateException"));
    assertThat(Answers.meaning(new Refused("its port must be 443"))).isEqualTo(NotArrived.because("refused: its port must be 443"));
  }
}
