package dev.tradewind.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.core.Sample;
import dev.tradewind.core.Sample.Ask;
import dev.tradewind.core.Sample.AskV2;
import dev.tradewind.core.Sample.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that cannot be understood says which part is wrong, and never what stood there: reasons end up in logs. */
class UnreadableMessagesTest {

  private static final String SECRET = "4111111111111111";

  private final JsonCodec codec = new JsonCodec(Sample.TYPES);
  private final String good = codec.write(Sample.message(new Ask("a", 2)));

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "no json " + SECRET, "{", "{\"id\":\"" + SECRET, "[1,", "\u0000"})
  void what_is_not_json(String text) {
    assertUnreadable(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", " " + SECRET, " {}", "x"})
  void a_message_with_something_after_its_end(String more) {
    assertUnreadable(good + more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"" + SECRET + "\"", "null", "true"})
  void json_that_is_no_object(String text) {
    assertThat(assertUnreadable(text)).isEqualTo("a message is a JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "source", "subject", "sequence", "time", "causationid", "correlationid", "type"})
  void an_attribute_that_is_missing_null_blank_or_no_text(String attribute) {
    for (var wrong : new String[] {"null", "\"\"", "\"  \"", "{}", "[]"}) {
      assertThat(assertUnreadable(with(attribute, wrong))).contains(attribute);
    }
    assertThat(assertUnreadable(without(attribute))).isEqualTo("the attribute %s is missing".formatted(attribute));
  }

  static Stream<Arguments> attributes_of_the_wrong_form() {
    return Stream.of(
        arguments("specversion", "\"0.3\"", "specversion"),
        arguments("specversion", "null", "specversion"),
        arguments("sequence", "\"" + SECRET + "x\"", "sequence is a whole number"),
        arguments("sequence", "\"1.5\"", "sequence is a whole number"),
        arguments("sequence", "\"99999999999999999999\"", "sequence is a whole number"),
        arguments("time", "\"" + SECRET + "\"", "is an ISO 8601 instant"),
        arguments("time", "\"2026-03-01\"", "is an ISO 8601 instant"),
        arguments("time", "\"2026-13-01T00:00:00Z\"", "is an ISO 8601 instant"),
        arguments("notbefore", "\"" + SECRET + "\"", "is an ISO 8601 instant"),
        arguments("notbefore", "null", "is an ISO 8601 instant"),
        arguments("type", "\"tradewind.stock.Ask.v9\"", "type tradewind.stock.Ask.v9 is not known here"),
        arguments("type", "\"Kept.v1\"", "type Kept.v1 is not known here"));
  }

  @ParameterizedTest
  @MethodSource
  void attributes_of_the_wrong_form(String attribute, String wrong, String reason) {
    assertThat(assertUnreadable(with(attribute, wrong))).contains(reason);
  }

  static Stream<Arguments> data_that_does_not_fit() {
    return Stream.of(
        arguments("null", ""),
        arguments("\"" + SECRET + "\"", ""),
        arguments("[\"" + SECRET + "\"]", ""),
        arguments("{}", "times"),
        arguments("{\"what\":null,\"times\":1}", "what"),
        arguments("{\"what\":\" \",\"times\":1}", "what must not be blank"),
        arguments("{\"what\":{\"a\":\"" + SECRET + "\"},\"times\":1}", "what"),
        arguments("{\"what\":\"a\"}", "times"),
        arguments("{\"what\":\"a\",\"times\":null}", "times"),
        arguments("{\"what\":\"a\",\"times\":\"" + SECRET + "\"}", "times"),
        arguments("{\"what\":\"a\",\"times\":\"2\"}", "times"),
        arguments("{\"what\":\"a\",\"times\":2.7}", "times"),
        arguments("{\"what\":\"a\",\"times\":true}", "times"),
        arguments("{\"what\":\"a\",\"times\":\"\"}", "times"),
        arguments("{\"what\":\"a\",\"times\":" + SECRET + "}", "times"),
        arguments("{\"what\":\"a\",\"times\":1e999999999}", "times"),
        arguments("{\"what\":5,\"times\":1}", "what"),
        arguments("{\"what\":\"a\",\"times\":-411111111}", "times must be 1 or more"));
  }

  @ParameterizedTest
  @MethodSource
  void data_that_does_not_fit(String data, String part) {
    assertThat(assertUnreadable(with("data", data))).startsWith("data of tradewind.stock.Ask.v1 does not fit").contains(part).doesNotContain("411111111");
  }

  @Test
  void data_that_is_not_there() {
    assertThat(assertUnreadable(without("data"))).startsWith("data of tradewind.stock.Ask.v1 does not fit");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "\"asks\":[null]",
    "\"asks\":null",
    "\"asks\":[{\"what\":\"4111111111111111\",\"times\":0}]",
    "\"counts\":{\"4111111111111111\":\"x\"}",
    "\"counts\":{\"4111111111111111\":null}",
    "\"colour\":\"4111111111111111\"",
    "\"colour\":0",
    "\"colour\":\"\"",
    "\"when\":\"on 4111111111111111\"",
    "\"lasted\":\"4111111111111111\"",
    "\"flag\":\"true\"",
    "\"number\":1.5"})
  void a_field_deep_inside(String wrong) {
    var data = "{\"text\":\"t\",\"number\":1,\"flag\":true,\"when\":\"2026-03-01T12:00:00Z\",\"lasted\":\"PT1M\",\"asks\":[],\"counts\":{},\"colour\":\"RED\"," + wrong + "}";

    var field = wrong.substring(1, wrong.indexOf('"', 1));
    assertThat(assertUnreadable(with("type", "\"tradewind.orders.Told.v1\"", "data", data))).contains(field);
  }

  @Test
  void a_deadline_that_names_no_stream() {
    assertThat(assertUnreadable(with("type", "\"" + JsonCodec.DEADLINE + "\"", "data", "{\"stream\":\"" + SECRET + "\"}"))).contains("stream");
  }

  @Test
  void nesting_without_end() {
    assertUnreadable("[".repeat(5_000));
    assertUnreadable(with("data", "{\"what\":" + "[".repeat(990) + "]".repeat(990) + "}"));
  }

  @Test
  void fields_nobody_here_knows_are_ignored_because_a_newer_writer_may_send_them() {
    assertThat(codec.read(with("colour", "\"red\"", "data", "{\"what\":\"a\",\"times\":2,\"since\":{\"deep\":[1]}}")))
        .isEqualTo(Sample.message(new Ask("a", 2)));
  }

  @Test
  void a_field_that_may_be_absent_may_be_null_too() {
    assertThat(codec.read(with("type", "\"tradewind.stock.Ask.v2\"", "data", "{\"what\":\"a\"}")).data()).isEqualTo(new AskV2("a", Optional.empty()));
    assertThat(codec.read(with("type", "\"tradewind.stock.Ask.v2\"", "data", "{\"what\":\"a\",\"why\":null}")).data())
        .isEqualTo(new AskV2("a", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[[\"Gone.v1\",{}]]", "[[\"Kept.v1\",null]]", "[[\"Kept.v1\"]]", "[\"Kept.v1\"]", "{\"Kept.v1\":{}}", "5",
    "[[\"tradewind.stock.Ask.v1\",{\"what\":\"a\",\"times\":1}]]", "[[\"tradewind.chassis.Deadline.v1\",{\"stream\":\"order/1\"}]]"})
  void events_of_a_commit_that_cannot_be_read(String text) {
    assertThatThrownBy(() -> codec.readEvents(text, Kept.class)).isInstanceOf(UnreadableMessage.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[[\"Gone.v1\",{}]]", "[[\"Kept.v1\",{\"text\":\"t\"}]]", "[[\"tradewind.stock.Ask.v1\",null]]", "{\"a\":1}", "5",
    "[[\"tradewind.chassis.Deadline.v1\",{\"stream\":\"order/1\"},\"noon\"]]"})
  void messages_of_a_commit_that_cannot_be_read(String text) {
    assertThatThrownBy(() -> codec.readOutgoing(text)).isInstanceOf(UnreadableMessage.class);
  }

  private String assertUnreadable(String text) {
    var reason = new StringBuilder();
    assertThatThrownBy(() -> codec.read(text))
        .isInstanceOf(UnreadableMessage.class)
        .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain(SECRET).isNotBlank())
        .satisfies(thrown -> assertThat(thrown).hasNoCause())
        .satisfies(thrown -> reason.append(thrown.getMessage()));
    return reason.toString();
  }

  private String with(String... attributesAndJson) {
    var node = tree();
    for (int i = 0; i < attributesAndJson.length; i += 2) {
      node.set(attributesAndJson[i], json(attributesAndJson[i + 1]));
    }
    return node.toString();
  }

  private String without(String attribute) {
    var node = tree();
    node.remove(attribute);
    return node.toString();
  }

  private ObjectNode tree() {
    return (ObjectNode) json(good);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
