package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.launcher.platform.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Files of products, which the catalog imports whole or not at all. */
public final class Products {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int INVALID = 422;

  private final URI gateway;
  private final PatientHttp http;

  Products(URI gateway, PatientHttp http) {
    this.gateway = gateway;
    this.http = http;
  }

  /**
   * What an import came to.
   *
   * @param rows products in the file
   * @param changed how many of them were new or said something else
   */
  public record Imported(int rows, int changed) {}

  /**
   * Imports a file and waits until all of it is applied.
   *
   * @param gateway where the catalog is asked
   * @param token an operator's
   * @param progress is told how far it is, again and again
   * @throws WrongFileException listing everything that is wrong with the file; nothing was imported then
   */
  public static Imported importOnce(Path file, URI gateway, TokenSource token, Duration limit, Consumer<String> progress)
      throws InterruptedException {
    byte[] content = read(file);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build()) {
      return new Products(gateway, new PatientHttp(client, Pacing.ATTEMPTS, token.token()))
          .importAll(file, content, UUID.randomUUID().toString(), Instant.now().plus(limit), progress);
    } catch (PatientHttp.NoAnswerException unreachable) {
      throw new LaunchException(unreachable.getMessage());
    }
  }

  /** The same file is imported once, however often it is asked for: the key follows from what it says. */
  Imported importAsEver(Path file, Instant deadline) throws InterruptedException {
    byte[] content = read(file);
    return importAll(file, content, "products-" + UUID.nameUUIDFromBytes(content), deadline, line -> {});
  }

  private Imported importAll(Path file, byte[] content, String key, Instant deadline, Consumer<String> progress) throws InterruptedException {
    HttpResponse<String> accepted = http.send(HttpRequest.newBuilder(gateway.resolve("/v1/products/imports"))
        .header("Content-Type", "text/csv").header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofByteArray(content)), deadline);
    JsonNode answer = parse(accepted);
    if (accepted.statusCode() == INVALID && answer.path("type").asText().endsWith("invalid-import")) {
      throw new WrongFileException(String.join("\n", problems(file, answer)));
    }
    require(accepted, ACCEPTED);
    return awaitEnd(gateway.resolve("/v1/products/imports/" + answer.path("importId").asText()), deadline, progress);
  }

  private Imported awaitEnd(URI location, Instant deadline, Consumer<String> progress) throws InterruptedException {
    for (int look = 1; ; look++) {
      HttpResponse<String> shown = http.send(HttpRequest.newBuilder(location), deadline);
      require(shown, OK);
      JsonNode now = parse(shown);
      progress.accept("%d of %d products applied".formatted(now.path("applied").asInt(), now.path("rows").asInt()));
      if (now.path("state").asText().equals("DONE")) {
        return new Imported(now.path("rows").asInt(), now.path("changed").asInt());
      }
      if (Instant.now().isAfter(deadline)) {
        throw new LaunchException("The import goes on, but took longer than it may here; look at " + location);
      }
      Thread.sleep(Pacing.LOOKS.before(look));
    }
  }

  private static List<String> problems(Path file, JsonNode problem) {
    List<String> lines = new ArrayList<>(List.of(file + ": " + problem.path("detail").asText()));
    problem.path("errors").forEach(error -> lines.add("  line %d%s %s".formatted(error.path("line").asInt(),
        error.has("column") ? ", " + error.path("column").asText() + ":" : ":", error.path("detail").asText())));
    return lines;
  }

  private static void require(HttpResponse<String> response, int status) {
    if (response.statusCode() != status) {
      throw new LaunchException(new OrdersApi.RefusedException(response).getMessage());
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new WrongFileException(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static JsonNode parse(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body().getBytes(StandardCharsets.UTF_8));
    } catch (IOException noJson) {
      return JSON.createObjectNode();
    }
  }
}
