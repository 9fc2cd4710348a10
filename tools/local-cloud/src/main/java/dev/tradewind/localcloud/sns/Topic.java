package dev.tradewind.localcloud.sns;

import java.util.Map;

/** A topic and the attributes it was created with. */
record Topic(String name, Map<String, String> attributes) {

  Topic {
    attributes = Map.copyOf(attributes);
  }

  String arn() {
    return Arn.ofTopic(name);
  }
}
