package dev.tradewind.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.output.MarkdownRender;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.util.List;

/** Whoever was written against the last release goes on working. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompatibilityTest {

  static final List<String> VERSIONS = Contracts.VERSIONS;

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void nothing_that_was_released_is_broken(String version) {
    var changes = compare(released(version), Contracts.text(Contracts.KEPT.resolve(version + ".yaml")));

    assertThat(changes.isCompatible()).as(() -> "openapi/" + version + ".yaml breaks clients of the released one:\n" + told(changes)).isTrue();
  }

  /** What would break clients is seen: the test above can fail. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "/v1/stock/{sku}:                        | /v1/stocks/{sku}:",
    "required: [orderId, status]             | required: [orderId]",
    "required: [email]                       | required: [email, name]",
    "enum: [RETRY, UNDO]                     | enum: [RETRY]",
    "name: limit                             | name: size",
  })
  void a_change_that_breaks_clients_is_found(String was, String becomes) {
    var before = released("v1");
    assertThat(before).contains(was);

    assertThat(compare(before, before.replace(was, becomes)).isCompatible()).isFalse();
  }

  @Test
  void a_new_field_in_an_answer_breaks_nobody() {
    var before = released("v1");

    var after = before.replace("        trackingNumber: ", "        carrier: { type: string }\n        trackingNumber: ");
    assertThat(after).isNotEqualTo(before);

    assertThat(compare(before, after).isCompatible()).isTrue();
  }

  private static String released(String version) {
    return Contracts.text(Contracts.RELEASED.resolve(version + ".yaml"));
  }

  private static ChangedOpenApi compare(String before, String after) {
    return OpenApiCompare.fromContents(before, after);
  }

  private static String told(ChangedOpenApi changes) {
    var text = new ByteArrayOutputStream();
    new MarkdownRender().render(changes, new OutputStreamWriter(text));
    return text.toString();
  }
}
