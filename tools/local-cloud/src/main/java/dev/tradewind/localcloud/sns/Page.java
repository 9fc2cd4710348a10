package dev.tradewind.localcloud.sns;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A hundred entries of a sorted list, and the key to continue after; stable while others come and go. */
record Page<T>(List<T> entries, Optional<String> next) {

  private static final int SIZE = 100;

  static <T> Page<T> of(List<T> sorted, Function<T, String> key, Optional<String> after) {
    var rest = sorted.stream()
        .filter(entry -> after.isEmpty() || key.apply(entry).compareTo(after.get()) > 0)
        .limit(SIZE + 1)
        .toList();
    return rest.size() <= SIZE
        ? new Page<>(rest, Optional.empty())
        : new Page<>(rest.subList(0, SIZE), Optional.of(key.apply(rest.get(SIZE - 1))));
  }

  Xml toXml(String name, Function<T, Xml> entry) {
    var xml = new Xml().open(name);
    entries.forEach(each -> xml.open("member").add(entry.apply(each)).close("member"));
    xml.close(name);
    next.ifPresent(token -> xml.element("NextToken", token));
    return xml;
  }
}
