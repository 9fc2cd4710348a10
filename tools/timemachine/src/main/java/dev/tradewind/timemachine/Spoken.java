package dev.tradewind.timemachine;

import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.core.wire.LoggedCommit.Entry;
import java.util.List;
import java.util.stream.Collectors;

/** Types as people say them: without the service and, while it is the first, without the version. */
final class Spoken {

  private Spoken() {}

  static String plain(String type) {
    var name = type.substring(type.lastIndexOf('.', type.lastIndexOf(".v") - 1) + 1);
    return name.endsWith(".v1") ? name.substring(0, name.length() - 3) : name;
  }

  static String events(LoggedCommit commit) {
    return list(commit.events());
  }

  static String messages(LoggedCommit commit) {
    return list(commit.messages());
  }

  private static String list(List<Entry> entries) {
    return entries.isEmpty() ? "-" : entries.stream().map(Spoken::entry).collect(Collectors.joining(", "));
  }

  private static String entry(Entry entry) {
    return entry.type().equals(JsonCodec.DEADLINE)
        ? entry.notBefore().map(due -> "deadline " + due).orElse("deadline")
        : plain(entry.type());
  }
}
