package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The state of a guard's circuit breaker that a person should know of: it is not closed. */
public enum Breaker {
  /** A few calls try. */
  HALF_OPEN,
  /** No calls are made. */
  OPEN;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Pattern STATE = Pattern.compile("tradewind_guard_state\\{(?:.*,)?guard=\"([^\"]+)\".*}\\s+([12])(?:\\.0)?");

  /** By guard, what a service's metrics say; nothing when they do not answer, which its health tells. */
  static SortedMap<String, Breaker> ask(HttpClient http, String url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/metrics")).timeout(PATIENCE).build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200 ? in(response.body()) : new TreeMap<>();
    } catch (IOException noAnswer) {
      return new TreeMap<>();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new TreeMap<>();
    }
  }

  private static SortedMap<String, Breaker> in(String metrics) {
    SortedMap<String, Breaker> found = new TreeMap<>();
    metrics.lines().map(STATE::matcher).filter(line -> line.matches())
        .forEach(line -> found.put(line.group(1), line.group(2).equals("1") ? HALF_OPEN : OPEN));
    return found;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
