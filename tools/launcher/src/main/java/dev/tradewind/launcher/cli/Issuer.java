package dev.tradewind.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.launcher.orders.TokenSource;
import dev.tradewind.launcher.platform.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The stand-in issuer of tokens, which the partners hold. */
public record Issuer(URI partners) {

  /** For {@link #token}: an operator. */
  public static final String OPERATOR = "role=operator";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * A token.
   *
   * @param whom {@link #OPERATOR}, or {@code customer=ID} encoded as in a form
   * @throws WrongOptionException as the issuer refuses
   */
  public String token(String whom, Duration validity) throws InterruptedException {
    HttpResponse<String> answer = ask("grant_type=client_credentials&" + whom + "&expires_in=" + validity.toSeconds());
    JsonNode body = json(answer);
    if (answer.statusCode() != 200) {
      throw new WrongOptionException("The issuer refuses: " + body.path("error_description").asText(body.path("detail").asText(answer.body())));
    }
    return body.path("access_token").asText();
  }

  /** The given token, or else one of an operator. */
  TokenSource operator(Optional<String> given, Duration validity) {
    return () -> given.isPresent() ? given : Optional.of(token(OPERATOR, validity));
  }

  private HttpResponse<String> ask(String form) throws InterruptedException {
    URI token = URI.create(partners + "/oidc/token");
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return http.send(HttpRequest.newBuilder(token).timeout(PATIENCE)
          .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    } catch (IOException away) {
      throw new LaunchException("No issuer answers at " + token + "; ./tradewind up starts it");
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException notOurs) {
      throw new LaunchException("What answers at " + answer.uri() + " (" + answer.statusCode() + ") is no issuer; is another program on its port?");
    }
  }
}
