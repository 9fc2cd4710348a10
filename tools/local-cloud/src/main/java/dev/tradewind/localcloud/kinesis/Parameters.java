package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The parameters of a call, or of one entry of its list. */
record Parameters(Encoding encoding, JsonNode json) {

  Optional<String> text(String name) {
    return Optional.ofNullable(json.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** @throws KinesisException naming the parameter when it is absent */
  String required(String name) {
    return text(name).orElseThrow(() -> KinesisException.missing(parameter(name)));
  }

  /** @throws KinesisException naming the parameter when its length is out of range */
  String required(String name, int least, int most) {
    var text = required(name);
    checkLength(name, text.length(), least, most);
    return text;
  }

  /** @throws KinesisException when there is a number and it is out of range */
  Optional<Integer> number(String name, int least, int most) {
    var node = json.path(name);
    if (!node.isNumber()) {
      return Optional.empty();
    }
    long value = node.longValue();
    if (value < least) {
      throw KinesisException.invalid(parameter(name), value, "Member must have value greater than or equal to " + least);
    }
    if (value > most) {
      throw KinesisException.invalid(parameter(name), value, "Member must have value less than or equal to " + most);
    }
    return Optional.of((int) value);
  }

  Optional<Instant> timestamp(String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isNumber).map(encoding::instant);
  }

  /** @throws KinesisException when the bytes are absent or are no bytes */
  byte[] bytes(String name) {
    var node = json.path(name);
    try {
      return Optional.ofNullable(node.binaryValue()).orElseThrow(() -> KinesisException.missing(parameter(name)));
    } catch (IOException e) {
      throw KinesisException.of("SerializationException", name + " is not Base64: " + e.getMessage());
    }
  }

  Optional<Parameters> object(String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isObject).map(object -> new Parameters(encoding, object));
  }

  /** @throws KinesisException when the list has fewer or more entries */
  List<Parameters> list(String name, int least, int most) {
    var entries = StreamSupport.stream(json.path(name).spliterator(), false).map(entry -> new Parameters(encoding, entry)).toList();
    checkLength(name, entries.size(), least, most);
    return entries;
  }

  /** The stream that is meant, by name or by ARN. */
  String stream() {
    return optionalStream().orElseThrow(() -> KinesisException.invalidArgument("Either StreamName or StreamARN must be provided"));
  }

  Optional<String> optionalStream() {
    return text("StreamName").or(() -> text("StreamARN").map(arn -> Arn.streamName("streamARN", arn)));
  }

  void checkLength(String name, int length, int least, int most) {
    if (length < least) {
      throw KinesisException.invalid(parameter(name), "", "Member must have length greater than or equal to " + least);
    }
    if (length > most) {
      throw KinesisException.invalid(parameter(name), "…", "Member must have length less than or equal to " + most);
    }
  }

  /** As errors spell it. */
  static String parameter(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
