package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The parameters of a call, or of one object in them. */
record Parameters(JsonNode json) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DESCRIPTION_LENGTH = 1_024;
  private static final int ID_LENGTH = 64;

  /** @throws CloudMapException when the bytes are not a JSON object */
  static Parameters read(byte[] body) {
    try {
      var read = JSON.readTree(body);
      if (read.isObject()) {
        return new Parameters(read);
      }
      throw CloudMapException.of("SerializationException", "The body must be one JSON object, and is " + read.getNodeType());
    } catch (IOException e) {
      throw CloudMapException.of("SerializationException", "The body is not JSON: " + e.getMessage());
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(json.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** @throws CloudMapException naming the parameter when it is absent */
  String required(String name) {
    return text(name).orElseThrow(() -> CloudMapException.missing(spelled(name)));
  }

  /** @throws CloudMapException naming the parameter when it is absent or of another form */
  String required(String name, Pattern form) {
    var text = required(name);
    if (!form.matcher(text).matches()) {
      throw CloudMapException.invalid(spelled(name), text, "Member must satisfy regular expression pattern: " + form);
    }
    return text;
  }

  /** Empty when there is none. */
  String description() {
    return shortText("Description", DESCRIPTION_LENGTH);
  }

  /** Empty when there is none: then no other request is the same. */
  String creatorRequestId() {
    return shortText("CreatorRequestId", ID_LENGTH);
  }

  private String shortText(String name, int most) {
    var text = text(name).orElse("");
    if (text.length() > most) {
      throw CloudMapException.invalid(spelled(name), "…", "Member must have length less than or equal to " + most);
    }
    return text;
  }

  /** @throws CloudMapException when there is a number and it is out of range */
  Optional<Integer> number(String name, int least, int most) {
    var node = json.path(name);
    if (!node.isNumber()) {
      return Optional.empty();
    }
    if (node.longValue() < least || node.longValue() > most) {
      throw CloudMapException.invalid(spelled(name), node.longValue(), "Member must have value between " + least + " and " + most);
    }
    return Optional.of(node.intValue());
  }

  /** @throws CloudMapException when there is a text and it is none of the type's names */
  <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
    return text(name).map(text -> Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(text)).findFirst().orElseThrow(() ->
        CloudMapException.invalid(spelled(name), text, "Member must satisfy enum value set: " + Arrays.toString(type.getEnumConstants()))));
  }

  Optional<Parameters> object(String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isObject).map(Parameters::new);
  }

  List<Parameters> list(String name) {
    return StreamSupport.stream(json.path(name).spliterator(), false).map(Parameters::new).toList();
  }

  List<String> texts(String name) {
    return StreamSupport.stream(json.path(name).spliterator(), false).map(JsonNode::asText).toList();
  }

  /** @throws CloudMapException when a value is no text */
  Map<String, String> map(String name) {
    var map = new TreeMap<String, String>();
    json.path(name).properties().forEach(entry -> {
      if (!entry.getValue().isTextual()) {
        throw CloudMapException.of("SerializationException",
            name + " must map texts to texts, and maps " + entry.getKey() + " to " + entry.getValue());
      }
      map.put(entry.getKey(), entry.getValue().textValue());
    });
    return map;
  }

  /** As errors spell it. */
  static String spelled(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
