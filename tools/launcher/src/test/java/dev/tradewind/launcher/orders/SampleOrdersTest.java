package dev.tradewind.launcher.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SampleOrdersTest {

  private static final Path SAMPLES = Path.of("../../samples");

  @Test
  void theCommittedSamplesAreTheOnesTheCommandMakes() throws IOException {
    assertThat(Files.readAllLines(SAMPLES.resolve("orders.jsonl"))).isEqualTo(new SampleOrders(1).lines(1_000));
    assertThat(Files.readString(SAMPLES.resolve("stock.json")).strip()).isEqualTo(SampleOrders.stock().strip());
    assertThat(Files.readAllLines(SAMPLES.resolve("products.csv"))).isEqualTo(SampleOrders.products());
  }

  @Test
  void aSeedAlwaysMakesTheSameAndAnotherSeedOthers() {
    assertThat(new SampleOrders(7).lines(50)).isEqualTo(new SampleOrders(7).lines(50)).isNotEqualTo(new SampleOrders(8).lines(50));
    assertThat(new SampleOrders(7).lines(0)).isEmpty();
  }

  @Test
  void fourOfFiveAreHappyAndTheRestGoWrongInEveryWay() {
    List<PlannedOrder> orders = OrderFile.read(SAMPLES.resolve("orders.jsonl"), "run");

    assertThat(orders).hasSize(1_000);
    assertThat(orders).filteredOn(order -> order.expected().equals(Set.of(End.DELIVERED))).hasSize(800);
    assertThat(orders).filteredOn(order -> order.expected().equals(Set.of(End.REJECTED))).hasSize(50);
    assertThat(orders).filteredOn(order -> order.expected().equals(Set.of(End.CANCELLED))).hasSize(100);
    assertThat(orders).filteredOn(order -> order.cancelAfter().isPresent()).hasSize(50)
        .allSatisfy(order -> assertThat(order.expected()).containsExactlyInAnyOrder(End.CANCELLED, End.DELIVERED));
    assertThat(orders.stream().map(order -> order.body().path("paymentMethod").asText())).contains("tok_approved", "tok_declined",
        "tok_insufficient_funds", "tok_slow", "tok_error_500", "tok_lost_answer");
  }

  @Test
  void onlyTheOrdersThatRunOutOfStockNameAProductThatIsNotReceived() {
    Set<String> stocked = Stock.read(SAMPLES.resolve("stock.json")).stream().map(Stock.Receipt::sku).collect(Collectors.toSet());

    assertThat(stocked).hasSize(20);
    assertThat(OrderFile.read(SAMPLES.resolve("orders.jsonl"), "run")).allSatisfy(order -> {
      List<String> skus = StreamSupport.stream(order.body().path("lines").spliterator(), false).map(line -> line.path("sku").asText()).toList();
      assertThat(skus).isNotEmpty().hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
      assertThat(stocked.containsAll(skus)).isEqualTo(!order.expected().equals(Set.of(End.REJECTED)));
    });
  }

  @Test
  void everyOrderIsForProductsThatTheCatalogIsToldAtTheirPrices() throws IOException {
    Set<String> told = Files.readAllLines(SAMPLES.resolve("products.csv")).stream().skip(1).map(line -> line.split(","))
        .map(cells -> cells[0] + " " + cells[4]).collect(Collectors.toSet());

    assertThat(told).hasSize(21);
    assertThat(OrderFile.read(SAMPLES.resolve("orders.jsonl"), "run")).allSatisfy(order -> assertThat(told)
        .containsAll(StreamSupport.stream(order.body().path("lines").spliterator(), false)
            .map(line -> line.path("sku").asText() + " " + line.path("unitPrice").asText()).toList()));
  }

  @Test
  void theCarrierRefusesExactlyTheAddressesItDoesNotServe() {
    assertThat(OrderFile.read(SAMPLES.resolve("orders.jsonl"), "run")).filteredOn(order -> {
      JsonNode to = order.body().path("shipTo");
      return to.path("country").asText().equals("XX") || to.path("postalCode").asText().equals("00000");
    }).hasSize(30).allSatisfy(order -> assertThat(order.expected()).containsExactly(End.CANCELLED));
  }

  @Test
  void theFirstOrderOfTheReadmeIsAHappyOne() {
    assertThat(OrderFile.read(SAMPLES.resolve("hello.jsonl"), "run")).singleElement()
        .satisfies(order -> assertThat(order.expected()).containsExactly(End.DELIVERED));
  }
}
