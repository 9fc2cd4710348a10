package dev.tradewind.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.launcher.platform.LaunchException;
import dev.tradewind.launcher.platform.Topology;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the token and nothing else, so that it can stand in another command line. */
@Command(name = "token", description = "Print a token for the gateway, from the stand-in issuer: -H \"Authorization: Bearer $(./tradewind token --operator)\".")
final class TokenCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MINUTES_A_DAY = 1_440;

  /** Whom the token is about. */
  private static final class Who {

    @Option(names = "--customer", paramLabel = "ID", required = true, description = "For this customer: 1 to 64 letters, digits, - or _.")
    private Optional<String> customer = Optional.empty();

    @Option(names = "--operator", required = true, description = "For an operator.")
    private boolean operator;
  }

  @ArgGroup(multiplicity = "1")
  private Who who;

  @Option(names = "--minutes", paramLabel = "N", defaultValue = "60", description = "How long it is valid, at most a day (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(names = "--partners-url", description = "The partners, which hold the issuer. Default: the running ones, http://127.0.0.1:8090.")
  private Optional<URI> partnersUrl = Optional.empty();

  private final Context context;

  TokenCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (minutes < 1 || minutes > MINUTES_A_DAY) {
      throw new WrongOptionException("--minutes is " + minutes + "; expected 1 to " + MINUTES_A_DAY);
    }
    context.output().out().println(token(ask()));
    return Exit.OK;
  }

  private HttpResponse<String> ask() throws InterruptedException {
    URI issuer = issuer();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return http.send(HttpRequest.newBuilder(issuer).timeout(PATIENCE)
          .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form())).build(), BodyHandlers.ofString());
    } catch (IOException away) {
      throw new LaunchException("No issuer answers at " + issuer + "; ./tradewind up starts it");
    }
  }

  private URI issuer() {
    URI partners = partnersUrl.or(() -> context.found().topology().url(Topology.PARTNERS))
        .orElseGet(() -> Topology.standard().url(Topology.PARTNERS).orElseThrow());
    return URI.create(partners + "/oidc/token");
  }

  private String form() {
    String whom = who.customer.map(id -> "customer=" + URLEncoder.encode(id, StandardCharsets.UTF_8)).orElse("role=operator");
    return "grant_type=client_credentials&" + whom + "&expires_in=" + Duration.ofMinutes(minutes).toSeconds();
  }

  private static String token(HttpResponse<String> answer) {
    JsonNode body = json(answer);
    if (answer.statusCode() != 200) {
      throw new WrongOptionException("The issuer refuses: " + body.path("error_description").asText(body.path("detail").asText(answer.body())));
    }
    return body.path("access_token").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException notOurs) {
      throw new LaunchException("What answers at " + answer.uri() + " (" + answer.statusCode() + ") is no issuer; is another program on its port?");
    }
  }
}
