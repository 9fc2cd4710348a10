package dev.tradewind.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tradewind.core.Types.Type;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed schema is the contract. It says exactly what the record says. */
class SchemasTest {

  /** Writes the schemas instead of comparing them, after a record was changed on purpose. */
  private static final boolean WRITE = Boolean.getBoolean("contracts.write");

  @ParameterizedTest
  @MethodSource("dev.tradewind.contracts.Resources#types")
  void every_type_has_a_schema_that_is_true_to_its_record(Type type) throws IOException {
    JsonNode drawn = SchemaGenerator.of(type);
    if (WRITE) {
      Files.writeString(Resources.SCHEMAS.resolve(type.name() + ".json"), new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(drawn) + "\n");
    }

    assertThat(Resources.json(Resources.SCHEMAS, type.name()))
        .as("schemas/%s.json differs from its record; when the change is meant, run with -Dcontracts.write=true and read the difference", type.name())
        .isEqualTo(drawn);
  }

  @ParameterizedTest
  @MethodSource("dev.tradewind.contracts.Resources#typeNames")
  void every_schema_is_valid_by_the_schema_of_schemas(String type) {
    var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(URI.create("https://json-schema.org/draft/2020-12/schema"));

    assertThat(meta.validate(Resources.json(Resources.SCHEMAS, type))).isEmpty();
  }

  @Test
  void there_is_no_schema_without_a_type() {
    assertThat(Resources.names(Resources.SCHEMAS)).containsExactlyInAnyOrderElementsOf(Resources.typeNames());
  }
}
