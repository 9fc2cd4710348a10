package dev.tradewind.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was released once is read and written for ever; a change that would break that needs a new version beside the old one. */
class CompatibilityTest {

  static Stream<String> released() {
    return Resources.names(Resources.RELEASED).stream();
  }

  @ParameterizedTest
  @MethodSource("released")
  void every_released_type_still_means_the_same(String type) {
    assertThat(Resources.typeNames()).as("%s was released and must stay listed in Contracts", type).contains(type);

    assertThat(Compatibility.breaks(Resources.json(Resources.RELEASED, type), Resources.json(Resources.SCHEMAS, type)))
        .as("%s was released: undo the change, or make it a new version beside the old one (README.md)", type)
        .isEmpty();
  }

  @Test
  void every_type_is_released_so_that_its_next_change_is_checked() {
    assertThat(released()).containsExactlyInAnyOrderElementsOf(Resources.typeNames());
  }

  private static final String BEFORE = """
      {"type":"object","required":["id","lines"],"properties":{
        "id":{"type":"string"},"note":{"type":"string"},"colour":{"type":"string","enum":["RED","GREEN"]},
        "lines":{"type":"array","items":{"$ref":"#/$defs/Line"}}},
       "$defs":{"Line":{"type":"object","required":["sku"],"properties":{"sku":{"type":"string"},"count":{"type":"integer","format":"int32"}}}}}""";

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("\"note\":{\"type\":\"string\"},", "", "data.note was removed"),
        arguments("\"id\":{\"type\":\"string\"}", "\"id\":{\"type\":\"integer\"}", "data.id changed its type from string to integer"),
        arguments("\"format\":\"int32\"", "\"format\":\"int64\"", "data.lines[].count changed its format from int32 to int64"),
        arguments("[\"id\",\"lines\"]", "[\"id\",\"lines\",\"note\"]", "data.note is required now, but old writers do not send it"),
        arguments("[\"id\",\"lines\"]", "[\"lines\"]", "data.id is no longer required, but old readers need it"),
        arguments("[\"RED\",\"GREEN\"]", "[\"RED\"]", "data.colour may no longer be GREEN"),
        arguments("[\"RED\",\"GREEN\"]", "[\"RED\",\"GREEN\",\"BLUE\"]", "data.colour may be BLUE now, which old readers do not know"),
        arguments("\"type\":\"integer\"", "\"type\":\"integer\",\"minimum\":1", "data.lines[].count changed its minimum from none to 1"),
        arguments("\"sku\":{\"type\":\"string\"}", "\"sku\":{\"type\":\"array\"}", "data.lines[].sku changed its type from string to array"),
        arguments("[\"sku\"]", "[\"sku\",\"count\"]", "data.lines[].count is required now, but old writers do not send it"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_that_breaks_a_reader_or_a_writer_is_found(String part, String changed, String complaint) {
    assertThat(BEFORE).contains(part);

    assertThat(Compatibility.breaks(Resources.json(BEFORE), Resources.json(BEFORE.replace(part, changed)))).containsExactly(complaint);
  }

  @Test
  void a_new_field_that_nobody_needs_breaks_nothing() {
    var more = BEFORE.replace("\"note\":{\"type\":\"string\"},", "\"note\":{\"type\":\"string\"},\"since\":{\"type\":\"string\",\"format\":\"date-time\"},");

    assertThat(Compatibility.breaks(Resources.json(BEFORE), Resources.json(more))).isEmpty();
    assertThat(Compatibility.breaks(Resources.json(BEFORE), Resources.json(BEFORE))).isEmpty();
  }
}
