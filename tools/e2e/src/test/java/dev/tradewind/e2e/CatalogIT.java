package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is ordered is what the catalog sells, at its price, as far as orders has heard of it. */
@OnStage(value = "catalog", services = {"orders", "inventory", "payments", "shipping", "catalog"})
class CatalogIT {

  private static final String HEADER = "sku,name,active,price_EUR\n";
  private static final int MANY = 1_500;

  private final Stage stage;

  CatalogIT(Stage stage) {
    this.stage = stage;
  }

  @AfterEach
  void nothingIsADeadLetter() {
    stage.queues().areWithoutDeadLetters();
  }

  @Test
  void whatWasImportedIsSoldAtItsPriceAndAtNoOther() {
    String sku = stage.stock().product("IMPORTED", 10);
    assertThat(problem(NewOrder.of(sku, 1).at(499))).isEqualTo("unknown-product");
    assertThat(stage.catalog().importFile("import-" + sku, HEADER + sku + ",Imported,true,499\n").status()).isEqualTo(202);

    Order order = accepted(NewOrder.of(sku, 2).at(499));

    assertThat(problem(NewOrder.of(sku, 1).at(498))).isEqualTo("price-changed");
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(sku, 10, 2);
  }

  @Test
  void aPriceChangeReachesOrdersAndAnAcceptedOrderKeepsItsPrice() {
    String sku = stage.stock().product("DEARER", 10);
    stage.catalog().put(sku, 499, true);
    Order order = accepted(NewOrder.of(sku, 1).at(499));
    Answer first = stage.orders().post(order.wanted());

    stage.catalog().put(sku, 549, true);
    accepted(NewOrder.of(sku, 1).at(549));
    Stage.eventually().until(() -> stage.orders().post(NewOrder.of(sku, 1).at(499)).status() == 422);
    stage.catalog().put(sku, 549, false);
    Stage.eventually().until(() -> stage.orders().post(NewOrder.of(sku, 1).at(549)).status() == 422);

    assertThat(problem(NewOrder.of(sku, 1).at(549))).isEqualTo("product-not-sold");
    assertThat(stage.orders().post(order.wanted())).extracting(Answer::status, Answer::body).containsExactly(202, first.body());
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    assertThat(stage.orders().show(order.id()).json().path("total").path("amount").asLong()).isEqualTo(499);
    stage.books().agree(order, "DELIVERED");
  }

  @Test
  void anImportReachesItsEndAlthoughTheCatalogDiesInTheMiddle() {
    String prefix = Stock.sku("MANY");
    String file = HEADER + IntStream.range(0, MANY).mapToObj(i -> "%s-%d,Product %d,true,%d\n".formatted(prefix, i, i, i + 1))
        .collect(Collectors.joining());
    String importId = stage.catalog().importFile("import-" + prefix, file).json().path("importId").asText();
    Stage.eventually().until(() -> stage.catalog().showImport(importId).path("applied").asInt() > 0);

    stage.platform().kill("catalog");
    stage.platform().start("catalog");

    JsonNode killed = stage.catalog().showImport(importId);
    assertThat(killed.path("state").asText()).as("it was killed in the middle: %s", killed).isEqualTo("RUNNING");
    Stage.eventually().ignoreException(UncheckedIOException.class)
        .until(() -> stage.catalog().showImport(importId).path("state").asText().equals("DONE"));
    assertThat(stage.catalog().showImport(importId).path("applied").asInt()).isEqualTo(MANY);
    for (int number : new int[] {0, MANY / 2, MANY - 1}) {
      assertThat(stage.catalog().show(prefix + "-" + number).path("version").asInt()).as("versions of %d", number).isEqualTo(1);
      Order order = accepted(NewOrder.of(prefix + "-" + number, 1).at(number + 1));
      assertThat(stage.orders().end(order)).as("sold, and not in stock").isEqualTo("REJECTED");
    }
  }

  /** Places it as soon as orders has heard of its product. */
  private Order accepted(NewOrder order) {
    Answer answer = Stage.eventually().until(() -> stage.orders().post(order), one -> one.status() == 202);
    return new Order(answer.json().path("orderId").asText(), order);
  }

  private String problem(NewOrder order) {
    Answer answer = stage.orders().post("key-" + UUID.randomUUID(), order.body(), Map.of());
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    String type = answer.json().path("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }
}
