package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Some entries of a sorted list, and the key to go on after; stable while others come and go. */
record Page<T>(List<T> entries, Optional<String> next) {

  private static final int MOST = 100;

  /** The page that the parameters ask for. */
  static <T> Page<T> of(List<T> sorted, Function<T, String> key, Parameters parameters) {
    int limit = parameters.number("MaxResults", 1, MOST).orElse(MOST);
    var after = parameters.text("NextToken");
    var rest = sorted.stream().filter(entry -> after.isEmpty() || key.apply(entry).compareTo(after.get()) > 0).toList();
    var entries = rest.subList(0, Math.min(limit, rest.size()));
    return new Page<>(entries, entries.size() < rest.size() ? Optional.of(key.apply(entries.getLast())) : Optional.empty());
  }

  ObjectNode toJson(String name, Function<T, ObjectNode> entry) {
    var answer = Answers.object();
    var list = answer.putArray(name);
    entries.forEach(each -> list.add(entry.apply(each)));
    return continued(answer);
  }

  ObjectNode continued(ObjectNode answer) {
    next.ifPresent(token -> answer.put("NextToken", token));
    return answer;
  }
}
