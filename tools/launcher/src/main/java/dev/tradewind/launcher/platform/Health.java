package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;

/** What a service says of itself. */
public enum Health {
  READY, LIVE, UNREACHABLE;

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  static Health ask(HttpClient http, String url) {
    if (answersOk(http, url + "/q/health/ready")) {
      return READY;
    }
    return answersOk(http, url + "/q/health/live") ? LIVE : UNREACHABLE;
  }

  private static boolean answersOk(HttpClient http, String url) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException noAnswer) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
