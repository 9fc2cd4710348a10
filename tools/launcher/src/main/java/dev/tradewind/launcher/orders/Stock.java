package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the warehouses receive before orders are placed. The keys are fixed, so receiving the same file again changes nothing. */
final class Stock {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** @param quantity units received */
  record Receipt(String sku, String warehouse, int quantity) {

    String key() {
      return "stock-%s-%s-%d".formatted(sku, warehouse, quantity);
    }
  }

  private Stock() {}

  /** @throws WrongFileException naming the entry that is wrong */
  static List<Receipt> read(Path file) {
    JsonNode entries;
    try {
      entries = JSON.readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new WrongFileException(file + " cannot be read: " + unreadable.getMessage());
    }
    if (!entries.isArray()) {
      throw new WrongFileException(file + " must be a JSON list of {sku, warehouse, quantity}");
    }
    List<Receipt> receipts = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (!entry.path("sku").isTextual() || !entry.path("warehouse").isTextual() || !entry.path("quantity").canConvertToInt()) {
        throw new WrongFileException("%s: entry %d needs sku, warehouse and quantity, and is %s".formatted(file, receipts.size() + 1, entry));
      }
      receipts.add(new Receipt(entry.path("sku").textValue(), entry.path("warehouse").textValue(), entry.path("quantity").intValue()));
    }
    return receipts;
  }

  /** Receives all of it. */
  static void receive(List<Receipt> receipts, URI gateway, PatientHttp http, Instant deadline) throws InterruptedException {
    for (Receipt receipt : receipts) {
      String body = JSON.createObjectNode().put("warehouse", receipt.warehouse()).put("quantity", receipt.quantity()).toString();
      URI uri = gateway.resolve("/v1/stock/" + URLEncoder.encode(receipt.sku(), StandardCharsets.UTF_8) + "/receipts");
      HttpResponse<String> response = http.send(HttpRequest.newBuilder(uri)
          .header("Content-Type", "application/json").header("Idempotency-Key", receipt.key())
          .POST(HttpRequest.BodyPublishers.ofString(body)), deadline);
      if (response.statusCode() / 100 != 2) {
        throw new OrdersApi.RefusedException(response);
      }
    }
  }
}
