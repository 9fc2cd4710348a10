package dev.tradewind.chaos.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.checker.LedgerEntry;
import dev.tradewind.checker.Parcel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The books of the payment provider and the carrier, one JSON object a line, oldest first. */
final class PartnerBooks {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  /** What the provider would not do is in its ledger too. */
  private static final Set<String> NOTHING_DONE = Set.of("declined", "capture_declined");

  private final URI partners;
  private final HttpClient http;

  PartnerBooks(URI partners, HttpClient http) {
    this.partners = partners;
    this.http = http;
  }

  List<LedgerEntry> ledger() {
    var ledger = new ArrayList<LedgerEntry>();
    read("/psp/ledger", line -> {
      var kind = line.path("kind").asText();
      if (!NOTHING_DONE.contains(kind)) {
        ledger.add(new LedgerEntry(order(line), LedgerEntry.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), line.path("amount").longValue()));
      }
    });
    return ledger;
  }

  /** The last movement of each shipment. A cancellation that came before any booking is of no order that the carrier knows. */
  List<Parcel> parcels() {
    Map<String, Parcel> byKey = new LinkedHashMap<>();
    read("/carrier/ledger", line -> {
      if (line.has("reference")) {
        byKey.put(line.path("key").asText(), new Parcel(order(line), Parcel.Status.valueOf(line.path("kind").asText().toUpperCase(Locale.ROOT))));
      }
    });
    return List.copyOf(byKey.values());
  }

  private static String order(JsonNode line) {
    return line.path("reference").asText();
  }

  private void read(String path, Consumer<JsonNode> reader) {
    var request = HttpRequest.newBuilder(partners.resolve(path)).timeout(PATIENCE).build();
    try {
      HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
      try (var lines = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(
              "%s answered %d where 200 was expected; look at the partners' log".formatted(request.uri(), answer.statusCode()));
        }
        lines.forEach(line -> reader.accept(json(request.uri(), line)));
      }
    } catch (IOException unreachable) {
      throw new UncheckedIOException(
          "%s cannot be read: %s; are the partners running?".formatted(request.uri(), unreachable.getMessage()), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + request.uri(), interrupted);
    }
  }

  private static JsonNode json(URI book, String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("%s holds a line that is no JSON".formatted(book), malformed);
    }
  }
}
