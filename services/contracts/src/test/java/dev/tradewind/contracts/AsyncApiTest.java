package dev.tradewind.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tradewind.core.Types.Role;
import dev.tradewind.core.Types.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document names every message, where it travels, who sends it and who receives it. */
class AsyncApiTest {

  private static final JsonNode DOCUMENT = read();

  @Test
  void it_is_asyncapi_3() {
    assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(DOCUMENT.path("info").path("title").asText()).isNotBlank();
    assertThat(DOCUMENT.path("info").path("version").asText()).isNotBlank();
  }

  @Test
  void it_lists_exactly_the_types_there_are() {
    assertThat(DOCUMENT.at("/components/messages").propertyStream().map(property -> property.getKey()))
        .containsExactlyInAnyOrderElementsOf(Resources.typeNames());
  }

  @ParameterizedTest
  @MethodSource("dev.tradewind.contracts.Resources#typeNames")
  void every_message_points_to_its_schema_and_carries_its_type(String type) {
    var message = DOCUMENT.at("/components/messages").get(type);

    assertThat(message.path("name").asText()).isEqualTo(type);
    assertThat(message.at("/payload/schema/properties/type/const").asText()).isEqualTo(type);
    assertThat(message.at("/payload/schema/properties/data/$ref").asText()).isEqualTo("src/main/resources/schemas/" + type + ".json");
    assertThat(Path.of(message.at("/payload/schema/properties/data/$ref").asText())).exists();
    assertThat(message.path("summary").asText()).isNotBlank();
  }

  @Test
  void commands_travel_on_the_queue_of_the_service_they_ask_and_events_on_the_topic_of_the_service_that_tells_them() {
    for (var type : Resources.types()) {
      var home = type.role() == Role.COMMAND ? type.service() + "-commands" : type.service();
      assertThat(messagesOf("/channels/" + home)).as(home).contains(type.name());
    }
    assertThat(channels()).allSatisfy(channel -> assertThat(DOCUMENT.at("/channels/" + channel + "/address").asText()).isEqualTo("tradewind-" + channel));
  }

  @Test
  void a_queue_holds_only_commands_to_its_service_and_a_topic_only_events_of_it() {
    assertThat(channels().filter(channel -> channel.endsWith("-commands"))).isNotEmpty().allSatisfy(channel ->
        assertThat(messagesOf("/channels/" + channel)).allMatch(name -> is(name, Role.COMMAND) && (channel).startsWith(type(name).service())));
    assertThat(channels().filter(channel -> !channel.contains("-"))).isNotEmpty().allSatisfy(channel ->
        assertThat(messagesOf("/channels/" + channel)).allMatch(name -> is(name, Role.EVENT) && channel.equals(type(name).service())));
    assertThat(channels().filter(channel -> channel.endsWith("-events"))).isNotEmpty().allSatisfy(channel ->
        assertThat(messagesOf("/channels/" + channel)).allMatch(name -> is(name, Role.EVENT) && !channel.startsWith(type(name).service())));
  }

  @Test
  void every_channel_is_sent_to_or_received_from_and_every_command_is_both() {
    var operated = DOCUMENT.path("operations").valueStream().map(operation -> operation.at("/channel/$ref").asText()).distinct();

    assertThat(operated).containsExactlyInAnyOrderElementsOf(channels().map(channel -> "#/channels/" + channel).toList());
    for (var type : Resources.types()) {
      var actions = DOCUMENT.path("operations").valueStream()
          .filter(operation -> operation.path("messages").valueStream().anyMatch(message -> message.path("$ref").asText().endsWith("/" + type.name())))
          .map(operation -> operation.path("action").asText()).toList();
      assertThat(actions).as(type.name()).contains("send");
      if (type.role() == Role.COMMAND) {
        assertThat(actions).as(type.name()).contains("receive");
      }
    }
  }

  @Test
  void every_reference_leads_somewhere() {
    assertThat(references(DOCUMENT).toList()).isNotEmpty().allSatisfy(reference -> {
      if (reference.startsWith("#")) {
        assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(Path.of(reference)).exists();
      }
    });
  }

  @ParameterizedTest
  @MethodSource("dev.tradewind.contracts.Resources#typeNames")
  void every_sample_has_the_envelope_it_describes(String type) {
    var envelope = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(DOCUMENT.at("/components/schemas/Envelope"));

    assertThat(envelope.validate(Resources.json(Resources.SAMPLES, type))).isEmpty();
  }

  private static Stream<String> channels() {
    return DOCUMENT.path("channels").propertyStream().map(property -> property.getKey());
  }

  private static List<String> messagesOf(String channel) {
    return DOCUMENT.at(channel + "/messages").propertyStream().map(property -> property.getKey()).toList();
  }

  private static boolean is(String name, Role role) {
    return type(name).role() == role;
  }

  private static Type type(String name) {
    return Contracts.TYPES.named(name).orElseThrow();
  }

  private static Stream<String> references(JsonNode node) {
    return Stream.concat(
        Stream.of(node.path("$ref")).filter(JsonNode::isTextual).map(JsonNode::asText), node.valueStream().flatMap(AsyncApiTest::references));
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("asyncapi.yaml")));
    } catch (IOException e) {
      throw new IllegalStateException("services/contracts has no readable asyncapi.yaml", e);
    }
  }
}
