package dev.tradewind.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What goes into a queue or to a topic.
 *
 * @param delaySeconds how long a queue keeps it to itself, 0 to 900; topics deliver at once
 */
record Parcel(String body, Map<String, String> attributes, int delaySeconds) {

  private static final int DATA_TYPE = "String".length();

  /** As the service counts it: body, and name, type and value of each attribute. */
  int bytes() {
    int bytes = bytes(body);
    for (var attribute : attributes.entrySet()) {
      bytes += bytes(attribute.getKey()) + DATA_TYPE + bytes(attribute.getValue());
    }
    return bytes;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
