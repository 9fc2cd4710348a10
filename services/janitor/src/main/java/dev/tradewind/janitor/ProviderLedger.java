package dev.tradewind.janitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.core.Check;
import dev.tradewind.core.wire.Json;
import dev.tradewind.janitor.domain.Deed;
import io.smallrye.mutiny.Multi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The provider's ledger over HTTP: {@code GET /psp/ledger}, a line of JSON for each thing it did. It is read while it is told. */
public final class ProviderLedger implements Ledger {

  private static final ObjectMapper JSON = Json.mapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI ledger;
  private final HttpClient http;

  public ProviderLedger(URI provider, HttpClient http) {
    this.ledger = Check.notNull(provider, "provider").resolve("/psp/ledger");
    this.http = Check.notNull(http, "http");
  }

  @Override
  public Multi<Deed> deeds() {
    Consumer<Stream<String>> close = Stream::close;
    return Multi.createFrom().resource(this::lines, lines -> Multi.createFrom().items(lines.map(this::deed))).withFinalizer(close);
  }

  private Stream<String> lines() {
    try {
      var answer = http.send(HttpRequest.newBuilder(ledger).timeout(PATIENCE).build(), BodyHandlers.ofLines());
      Check.that(answer.statusCode() == 200, "%s answers 200, but answered %d", ledger, answer.statusCode());
      return answer.body();
    } catch (IOException unreachable) {
      throw new UncheckedIOException("%s cannot be read: is the provider there?".formatted(ledger), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + ledger, interrupted);
    }
  }

  private Deed deed(String line) {
    var entry = json(line);
    return Deed.ofLedger(entry.path("reference").asText(), entry.path("sequence").longValue(), Instant.parse(entry.path("at").asText()),
        entry.path("kind").asText(), entry.path("amount").longValue());
  }

  private JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("%s holds a line that is no JSON".formatted(ledger), malformed);
    }
  }
}
