package dev.tradewind.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradewind.bench.Latencies.Percentiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** One request made again and again: at a pace of its own, or by so many clients who wait for each answer. Refused is refused: nothing is repeated. */
final class Reads implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int NOT_NOW = 503;
  private static final String MISSING = "{\"unavailable\":";

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
  private final HttpRequest request;

  Reads(HttpRequest.Builder request) {
    this.request = request.timeout(PATIENCE).build();
  }

  /**
   * What became of them.
   *
   * @param offered requests a second
   * @param good answers of 200 a second, with all that belongs to them
   * @param partial answers of 200 a second in which a part was said to be unavailable
   * @param refused answers of 503 a second
   * @param failed other answers, and none within ten seconds, a second
   * @param latency of the good ones, from the moment they were due, in milliseconds
   */
  record Outcome(double offered, double good, double partial, double refused, double failed, Percentiles latency) {

    /** For people. */
    String text() {
      return "%.0f offered, %.0f good, %.0f partial, %.0f refused, %.0f failed a second; p50 %.1f, p99 %.1f ms".formatted(
          offered, good, partial, refused, failed, latency.p50(), latency.p99());
    }

    /** How much of what was offered was served whole, from 0 to 1. */
    @JsonProperty
    double share() {
      return offered == 0 ? 0 : Math.round(good / offered * 1_000) / 1_000.0;
    }
  }

  private static final class Tally {
    private final LongAdder good = new LongAdder();
    private final LongAdder partial = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Latencies latencies = new Latencies();

    Outcome over(double offered, double seconds) {
      return new Outcome(Math.round(offered), rate(good, seconds), rate(partial, seconds), rate(refused, seconds), rate(failed, seconds),
          latencies.percentiles());
    }

    private static double rate(LongAdder count, double seconds) {
      return Math.round(count.sum() / seconds);
    }

    double all() {
      return (double) good.sum() + partial.sum() + refused.sum() + failed.sum();
    }
  }

  /** An open loop: so many a second, whether those before were answered or not. */
  Outcome at(int rate, Duration window) throws InterruptedException {
    Tally tally = new Tally();
    long start = System.nanoTime();
    long count = rate * window.toMillis() / 1_000;
    CountDownLatch answered = new CountDownLatch((int) count);
    for (long i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / rate;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      http.sendAsync(request, BodyHandlers.ofString()).whenComplete((response, failure) -> {
        count(tally, Optional.ofNullable(response), due);
        answered.countDown();
      });
    }
    double sending = seconds(start);
    answered.await();
    return tally.over(count / sending, sending);
  }

  /** A closed loop: so many clients, each of whom asks again once it has an answer. */
  Outcome by(int clients, Duration window) throws InterruptedException {
    Tally tally = new Tally();
    long start = System.nanoTime();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        each.submit(() -> {
          while (System.nanoTime() - start < window.toNanos()) {
            ask(tally);
          }
          return null;
        });
      }
    }
    double took = seconds(start);
    return tally.over(tally.all() / took, took);
  }

  private void ask(Tally tally) throws InterruptedException {
    long from = System.nanoTime();
    Optional<HttpResponse<String>> answer = Optional.empty();
    try {
      answer = Optional.of(http.send(request, BodyHandlers.ofString()));
    } catch (IOException noAnswer) {
      // Counted as failed.
    }
    count(tally, answer, from);
  }

  private static void count(Tally tally, Optional<HttpResponse<String>> answer, long from) {
    switch (answer.map(HttpResponse::statusCode).orElse(0)) {
      case OK -> {
        if (answer.orElseThrow().body().contains(MISSING)) {
          tally.partial.increment();
        } else {
          tally.good.increment();
          tally.latencies.add(Duration.ofNanos(System.nanoTime() - from));
        }
      }
      case NOT_NOW -> tally.refused.increment();
      default -> tally.failed.increment();
    }
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
