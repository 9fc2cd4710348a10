package dev.tradewind.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.UnreadableMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages as they were once sent. They lie in journals, queues and archives, and are read for ever. */
class SamplesTest {

  /** Writes samples that are missing, for a new type; never the ones that exist. */
  private static final boolean WRITE = Boolean.getBoolean("contracts.write");

  private final JsonCodec codec = new JsonCodec(Contracts.TYPES);

  @ParameterizedTest
  @MethodSource("dev.tradewind.contracts.Resources#typeNames")
  void every_type_has_a_sample_that_is_read_to_the_same_record_as_ever(String type) throws IOException {
    var file = Resources.SAMPLES.resolve(type + ".json");
    if (WRITE && Files.notExists(file)) {
      Files.writeString(file, Resources.json(codec.write(Examples.of(type))).toPrettyString() + "\n");
    }

    assertThat(codec.read(Resources.text(Resources.SAMPLES, type))).isEqualTo(Examples.of(type));
  }

  @ParameterizedTest
  @MethodSource("dev.tradewind.contracts.Resources#typeNames")
  void every_sample_is_valid_by_the_schema_of_its_type(String type) {
    assertThat(schema(type).validate(Resources.json(Resources.SAMPLES, type).get("data"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.tradewind.contracts.Resources#typeNames")
  void what_is_written_today_is_valid_by_what_was_released(String type) {
    JsonNode written = Resources.json(codec.write(Examples.of(type))).get("data");

    assertThat(schema(Resources.json(Resources.RELEASED, type)).validate(written)).isEmpty();
  }

  static Stream<String> typesAndTheirRequiredFields() {
    return Resources.typeNames().stream()
        .flatMap(type -> Resources.json(Resources.SCHEMAS, type).get("required").valueStream().map(field -> type + " " + field.asText()));
  }

  @ParameterizedTest
  @MethodSource("typesAndTheirRequiredFields")
  void a_field_that_the_schema_requires_is_required_by_the_reader_too(String typeAndField) {
    var type = typeAndField.split(" ")[0];
    var field = typeAndField.split(" ")[1];
    var sample = (ObjectNode) Resources.json(Resources.SAMPLES, type);
    ((ObjectNode) sample.get("data")).remove(field);

    assertThat(schema(type).validate(sample.get("data"))).isNotEmpty();
    assertThatThrownBy(() -> codec.read(sample.toString()))
        .isInstanceOf(UnreadableMessage.class).hasMessageContaining(field);
  }

  @ParameterizedTest
  @CsvSource({
    "tradewind.payments.AuthorizePayment.v1, /amount/amount, -1",
    "tradewind.payments.AuthorizePayment.v1, /amount/amount, 10.99",
    "tradewind.payments.AuthorizePayment.v1, /amount/amount, '\"5\"'",
    "tradewind.payments.AuthorizePayment.v1, /amount/currency, '\"eur\"'",
    "tradewind.payments.AuthorizePayment.v1, /amount/currency, '\"EURO\"'",
    "tradewind.payments.AuthorizePayment.v1, /method, 5",
    "tradewind.inventory.ReserveStock.v1, /lines/0/quantity, 0",
    "tradewind.inventory.ReserveStock.v1, /lines/0/sku, '\" \"'",
    "tradewind.inventory.ReserveStock.v1, /lines/0, null",
    "tradewind.inventory.ReserveStock.v1, /lines, '{}'",
    "tradewind.orders.OrderPlaced.v1, /order/lines/1/quantity, -3",
    "tradewind.orders.OrderPlaced.v1, /order/lines/1/unitPrice, -1",
    "tradewind.orders.OrderPlaced.v1, /order/lines/1/sku, '\"\"'",
    "tradewind.catalog.ProductChanged.v1, /sku, '\" \"'",
    "tradewind.catalog.ProductChanged.v1, /name, '\"\"'",
    "tradewind.catalog.ProductChanged.v1, /active, '\"yes\"'",
    "tradewind.catalog.ProductChanged.v1, /prices, '[]'",
    "tradewind.catalog.ProductChanged.v1, /prices/0/amount, 4.99",
    "tradewind.catalog.ProductChanged.v1, /formerPrices/0/currency, '\"euro\"'",
    "tradewind.insights.FraudSuspected.v1, /rules, '[]'",
    "tradewind.shipping.ArrangeShipment.v1, /shipTo/name, '\"\"'",
    "tradewind.shipping.ArrangeShipment.v1, /shipTo/street, '\"\"'",
    "tradewind.shipping.ArrangeShipment.v1, /shipTo/city, '\"\"'",
    "tradewind.shipping.ArrangeShipment.v1, /shipTo/postalCode, '\"\"'",
    "tradewind.shipping.ArrangeShipment.v1, /shipTo/country, '\"Uk\"'"})
  void what_the_schema_forbids_the_reader_refuses(String type, String pointer, String wrong) {
    var sample = (ObjectNode) Resources.json(Resources.SAMPLES, type);
    var at = JsonPointer.compile(pointer);
    var parent = sample.get("data").at(at.head());
    switch (parent) {
      case ObjectNode object -> object.set(at.last().getMatchingProperty(), Resources.json(wrong));
      case ArrayNode array -> array.set(at.last().getMatchingIndex(), Resources.json(wrong));
      default -> throw new IllegalArgumentException("the sample has nothing at " + pointer);
    }

    assertThat(schema(type).validate(sample.get("data"))).isNotEmpty();
    assertThatThrownBy(() -> codec.read(sample.toString())).isInstanceOf(UnreadableMessage.class);
  }

  @Test
  void there_is_no_sample_without_a_type_and_no_example_twice() {
    assertThat(Resources.names(Resources.SAMPLES)).containsExactlyInAnyOrderElementsOf(Resources.typeNames());
    assertThat(Examples.ALL).hasSameSizeAs(Resources.typeNames());
  }

  private static JsonSchema schema(String type) {
    return schema(Resources.json(Resources.SCHEMAS, type));
  }

  private static JsonSchema schema(JsonNode schema) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
  }
}
