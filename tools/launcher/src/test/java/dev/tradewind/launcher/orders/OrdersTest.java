package dev.tradewind.launcher.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {

  @TempDir
  private Path directory;
  private final FakeOrders services = new FakeOrders();

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void everyOrderIsPlacedOnceAndFollowedToItsEnd() throws Exception {
    Orders.Outcome outcome = run(file(IntStream.range(0, 60).mapToObj(i -> line("c-" + i, "DELIVERED")).toArray(String[]::new)));

    JsonNode json = json(outcome);
    assertThat(outcome.addsUp()).as(String.join("\n", outcome.lines())).isTrue();
    assertThat(services.idsByKey).hasSize(60);
    assertThat(json.at("/outcomes/DELIVERED/DELIVERED").intValue()).isEqualTo(60);
    assertThat(json.at("/captured/EUR").intValue()).isEqualTo(60 * 998).isEqualTo(json.at("/ledger/EUR").intValue());
    assertThat(json.at("/acceptMillis/count").intValue()).isEqualTo(60);
    assertThat(json.at("/toEndMillis/p50").doubleValue()).isBetween(2_499.0, 2_502.0);
    assertThat(outcome.lines()).contains("Everything adds up.");
  }

  @Test
  void atMostSoManyAreOnTheMoneyPathAtOnce() throws Exception {
    run(request(file(IntStream.range(0, 30).mapToObj(i -> line("c-" + i, "DELIVERED")).toArray(String[]::new)), 3));

    assertThat(services.mostOpen).hasValueBetween(2, 3);
  }

  @Test
  void anOrderThatIsTurnedAwayIsSentAgainUnderTheSameKey() throws Exception {
    services.turnAway.addAll(List.of(503, 429, 503));

    Orders.Outcome outcome = run(file(line("c-1", "DELIVERED")));

    assertThat(outcome.addsUp()).isTrue();
    assertThat(services.idsByKey).hasSize(1);
    assertThat(json(outcome).path("retries").intValue()).isEqualTo(3);
  }

  @Test
  void theCustomerCancelsUnderAKeyOfItsOwn() throws Exception {
    Orders.Outcome outcome = run(file("{\"order\":" + order("waits-for-cancel") + ",\"expect\":\"CANCELLED|DELIVERED\",\"cancelAfterMs\":5,\"key\":\"k-1\"}"));

    assertThat(outcome.addsUp()).isTrue();
    assertThat(services.cancelKeys).containsExactly("k-1-cancel");
    assertThat(json(outcome).at("/outcomes/DELIVERED|CANCELLED/CANCELLED").intValue()).isEqualTo(1);
  }

  @Test
  void anotherEndThanExpectedIsASurprise() throws Exception {
    Orders.Outcome outcome = run(file(line("c-1", "DELIVERED"), line("out-of-stock", "DELIVERED")));

    assertThat(outcome.addsUp()).isFalse();
    assertThat(outcome.lines()).contains("1 surprise(s):", "  line 2, expected DELIVERED: REJECTED, out-of-stock (order " + services.idsByKey.values().stream()
        .filter(id -> String.join("", outcome.lines()).contains(id)).findFirst().orElseThrow() + ")");
  }

  @Test
  void aRefusalIsASurpriseAndSaysWhatTheServiceSaid() throws Exception {
    assertThat(run(file(line("refused", "DELIVERED"))).lines()).contains(
        "  line 1, expected DELIVERED: not accepted: POST /v1/orders answered 400: The order cannot be read. [{\"field\":\"lines\"}]");
  }

  @Test
  void anOrderWithoutAnEndIsGivenUpAfterTheTimeout() throws Exception {
    Orders.Outcome outcome = new Orders(services()).run(
        shortly(file(line("never-ends", "DELIVERED"))), line -> {});

    assertThat(outcome.lines()).anyMatch(line -> line.startsWith("  line 1, expected DELIVERED: no end, last seen: PLACED (order order-0)"));
  }

  @Test
  void anOrderThatWaitsForAPersonIsNotWaitedFor() throws Exception {
    assertThat(run(file(line("needs-attention", "DELIVERED"))).lines())
        .anyMatch(line -> line.contains("no end, last seen: NEEDS_ATTENTION"));
    assertThat(run(file(line("in-review", "DELIVERED"))).lines())
        .anyMatch(line -> line.contains("no end, last seen: IN_REVIEW"));
  }

  @Test
  void aServiceThatIsNotThereIsTriedUntilTheTimeout() throws Exception {
    URI nowhere;
    try (ServerSocket free = new ServerSocket(0)) {
      nowhere = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    Orders.Outcome outcome = new Orders(new Orders.Services(nowhere, Optional::empty, nowhere)).run(
        shortly(file(line("c-1", "DELIVERED"))), line -> {});

    assertThat(outcome.lines()).anyMatch(line -> line.contains("not accepted: no answer from " + nowhere + "/v1/orders after "));
    assertThat(json(outcome).path("retries").intValue()).isPositive();
  }

  @Test
  void booksThatDisagreeAreASurprise() throws Exception {
    services.extraOnTheLedger = 1;

    Orders.Outcome outcome = run(file(line("c-1", "DELIVERED")));

    assertThat(outcome.addsUp()).isFalse();
    assertThat(outcome.lines()).contains(
        "  line 1, order order-0: the order is DELIVERED, so the provider should hold EUR 9.98 for it, and holds EUR 9.99");
  }

  @Test
  void booksOutOfReachAreSaidToBe() throws Exception {
    services.ledgerIsOut = true;

    Orders.Outcome outcome = run(file(line("c-1", "DELIVERED")));

    assertThat(outcome.addsUp()).isTrue();
    assertThat(outcome.lines()).contains("           the provider's books are out of reach");
  }

  @Test
  void stockIsReceivedFirstUnderKeysThatNeverChange() throws Exception {
    Path stock = Files.writeString(directory.resolve("stock.json"), "[{\"sku\":\"TEA-001\",\"warehouse\":\"eu-1\",\"quantity\":5}]");
    Orders.Request request = receiving(stock, file(line("c-1", "DELIVERED")));

    new Orders(services()).run(request, line -> {});
    new Orders(services()).run(request, line -> {});

    assertThat(services.receipts).hasSize(2).containsOnly("/v1/stock/TEA-001/receipts stock-TEA-001-eu-1-5 {\"warehouse\":\"eu-1\",\"quantity\":5}");
  }

  @Test
  void aWrongStockFileIsNamedWithItsEntryAndNothingIsPlaced() throws Exception {
    Path stock = Files.writeString(directory.resolve("stock.json"), "[{\"sku\":\"TEA-001\",\"quantity\":5}]");

    assertThatThrownBy(() -> new Orders(services()).run(
        receiving(stock, file(line("c-1", "DELIVERED"))), line -> {}))
        .isInstanceOf(WrongFileException.class).hasMessageContaining("entry 1 needs sku, warehouse and quantity");
    assertThat(services.idsByKey).isEmpty();
  }

  @Test
  void aWrongLineStopsEverythingBeforeAnythingIsPlaced() throws Exception {
    Path file = file(line("c-1", "DELIVERED"), "{\"order\":");

    assertThatThrownBy(() -> run(file)).isInstanceOf(WrongFileException.class).hasMessageContaining("line 2: is no JSON");
    assertThat(services.idsByKey).isEmpty();
  }

  @Test
  void aRateSpreadsTheOrders() throws Exception {
    long from = System.nanoTime();
    new Orders(services()).run(new Orders.Request(file(IntStream.range(0, 6).mapToObj(i -> line("c-" + i, "DELIVERED")).toArray(String[]::new)),
        Optional.empty(), Optional.empty(), 32, Optional.of(10.0), Duration.ofSeconds(30)), line -> {});

    assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(490));
  }

  private Orders.Services services() {
    return new Orders.Services(services.url(), () -> Optional.of("a-token"), services.url());
  }

  private Orders.Outcome run(Path file) throws InterruptedException {
    return run(request(file, 32));
  }

  private Orders.Outcome run(Orders.Request request) throws InterruptedException {
    return new Orders(services()).run(request, line -> {});
  }

  private static Orders.Request shortly(Path file) {
    return new Orders.Request(file, Optional.empty(), Optional.empty(), 4, Optional.empty(), Duration.ofMillis(700));
  }

  private static Orders.Request receiving(Path stock, Path file) {
    return new Orders.Request(file, Optional.empty(), Optional.of(stock), 4, Optional.empty(), Duration.ofSeconds(30));
  }

  private static Orders.Request request(Path file, int concurrency) {
    return new Orders.Request(file, Optional.empty(), Optional.empty(), concurrency, Optional.empty(), Duration.ofSeconds(30));
  }

  private Path file(String... lines) throws IOException {
    return Files.write(directory.resolve("some.jsonl"), List.of(lines));
  }

  private static String line(String customer, String expect) {
    return "{\"order\":" + order(customer) + ",\"expect\":\"" + expect + "\"}";
  }

  private static String order(String customer) {
    return "{\"customerId\":\"" + customer + "\",\"currency\":\"EUR\",\"lines\":[{\"sku\":\"TEA-001\",\"quantity\":2,\"unitPrice\":499}]}";
  }

  private static JsonNode json(Orders.Outcome outcome) throws IOException {
    return new ObjectMapper().readTree(outcome.json());
  }
}
