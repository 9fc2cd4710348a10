package dev.tradewind.notifications.webhook;

import dev.tradewind.notifications.domain.DeliveryCommand.Arrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Gone;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Outcome;
import java.net.ConnectException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What an answer, or none, means. What is kept of it is one word: a consumer's text is not ours to keep. */
final class Answers {

  private static final int GONE = 410;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private Answers() {}

  static Outcome meaning(WebhookClient.Answer answer, Instant now) {
    int status = answer.status();
    var said = Integer.toString(status);
    if (status >= 200 && status < 300) {
      return new Arrived(said);
    }
    return switch (status) {
      case GONE -> new Gone();
      case TOO_MANY_REQUESTS, UNAVAILABLE -> new NotArrived(said, answer.retryAfter().flatMap(text -> wish(text, now)));
      default -> NotArrived.because(said);
    };
  }

  static Outcome meaning(Throwable failure) {
    return NotArrived.because(switch (failure) {
      case Refused refused -> "refused: " + refused.getMessage();
      case TimeoutException timeout -> "timeout";
      case SSLException tls -> "tls-failed";
      case ConnectException connect -> "cannot-connect";
      default -> failure.getClass().getSimpleName();
    });
  }

  /** Seconds, or a date; nothing when it is neither, or has passed. */
  private static Optional<Duration> wish(String text, Instant now) {
    try {
      var wait = text.matches("\\d{1,9}")
          ? Duration.ofSeconds(Long.parseLong(text))
          : Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return Optional.of(wait).filter(Duration::isPositive);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
