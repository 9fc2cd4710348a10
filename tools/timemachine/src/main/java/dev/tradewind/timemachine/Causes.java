package dev.tradewind.timemachine;

import dev.tradewind.core.Message;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.core.wire.LoggedCommit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in words what commits are the answer to: the message's name and who sent it, as far as the archive has its commit. */
final class Causes {

  private static final String REQUEST = "request/";

  private final Map<String, String> names = new HashMap<>();

  Causes(List<LoggedCommit> commits, LogCodec logs, JsonCodec codec) {
    for (var commit : commits) {
      for (var message : logs.messages(commit)) {
        names.put(message.id(), name(message, commit, codec));
      }
    }
  }

  private static String name(Message message, LoggedCommit commit, JsonCodec codec) {
    return message.notBefore().isPresent() ? "its deadline" : "%s from %s".formatted(Spoken.plain(codec.typeOf(message.data())), commit.service());
  }

  String of(LoggedCommit commit) {
    var id = commit.cause().id();
    if (names.containsKey(id)) {
      return names.get(id);
    }
    return id.startsWith(REQUEST) ? "request " + firstWord(id.substring(REQUEST.length())) : id;
  }

  /** Requests are named after what they ask for; the client's key behind it is nobody's business. */
  private static String firstWord(String name) {
    return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
  }
}
