package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a namespace or service is marked with. */
record Tags(SortedMap<String, String> values) {

  private static final int MOST = 50;

  Tags {
    if (values.size() > MOST) {
      throw CloudMapException.of("TooManyTagsException", "There may be " + MOST + " tags on a resource");
    }
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Those of a call; none when it has none. */
  static Tags of(Parameters parameters) {
    var values = new TreeMap<String, String>();
    parameters.list("Tags").forEach(tag -> values.put(tag.required("Key"), tag.required("Value")));
    return new Tags(values);
  }

  Tags with(Tags more) {
    var all = new TreeMap<>(values);
    all.putAll(more.values);
    return new Tags(all);
  }

  Tags without(List<String> keys) {
    var rest = new TreeMap<>(values);
    keys.forEach(rest::remove);
    return new Tags(rest);
  }

  ObjectNode toJson() {
    var answer = Answers.object();
    var list = answer.putArray("Tags");
    values.forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
    return answer;
  }
}
