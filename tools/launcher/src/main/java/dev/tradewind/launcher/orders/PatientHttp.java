package dev.tradewind.launcher.orders;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * HTTP that takes "not now" for an answer: a call that is turned away (429, 502, 503, 504) or does not get through is repeated, with
 * growing pauses, until its deadline. Only for calls that may be repeated.
 */
final class PatientHttp {

  private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final HttpClient http;
  private final Pacing pacing;
  private final Optional<String> token;
  private final LongAdder retries = new LongAdder();

  PatientHttp(HttpClient http, Pacing pacing) {
    this(http, pacing, Optional.empty());
  }

  /** @param token sent with each call */
  PatientHttp(HttpClient http, Pacing pacing, Optional<String> token) {
    this.http = http;
    this.pacing = pacing;
    this.token = token;
  }

  /** How often a call had to be repeated. */
  long retries() {
    return retries.sum();
  }

  /**
   * Sends until there is an answer that is one.
   *
   * @throws NoAnswerException when there is none by the deadline
   */
  HttpResponse<String> send(HttpRequest.Builder request, Instant deadline) throws InterruptedException {
    token.ifPresent(bearer -> request.setHeader("Authorization", "Bearer " + bearer));
    for (int attempt = 1; ; attempt++) {
      Duration pause = pacing.before(attempt);
      String failure;
      try {
        HttpResponse<String> response = http.send(request.timeout(answerBy(deadline)).build(), HttpResponse.BodyHandlers.ofString());
        if (!NOT_NOW.contains(response.statusCode())) {
          return response;
        }
        failure = "the last answer was " + response.statusCode();
        pause = longer(pause, retryAfter(response));
      } catch (IOException notThrough) {
        failure = notThrough.getMessage() == null ? notThrough.getClass().getSimpleName() : notThrough.getMessage();
      }
      if (Instant.now().plus(pause).isAfter(deadline)) {
        throw new NoAnswerException("no answer from %s after %d attempt(s): %s".formatted(request.build().uri(), attempt, failure));
      }
      retries.increment();
      Thread.sleep(pause);
    }
  }

  /** A service did not answer in time. */
  static final class NoAnswerException extends RuntimeException {
    NoAnswerException(String message) {
      super(message);
    }
  }

  private static Duration answerBy(Instant deadline) {
    Duration left = Duration.between(Instant.now(), deadline);
    return left.compareTo(ANSWER) > 0 ? ANSWER : left.isPositive() ? left : Duration.ofMillis(1);
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    return response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,5}"))
        .map(Long::parseLong).map(Duration::ofSeconds).orElse(Duration.ZERO);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
