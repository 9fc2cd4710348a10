package dev.tradewind.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under a key the first content wins, for ever; whatever else comes under it is refused. */
final class SameKeySameAnswer implements Invariant {

  private static final int ANOTHER_BODY = 422;

  /** What became of one key: what was sent under it, what was refused, and what was accepted first. */
  private static final class Key {
    private final Set<String> sent = new HashSet<>(2);
    private final Set<String> refused = new HashSet<>(2);
    private Optional<Request> accepted = Optional.empty();
  }

  @Override
  public Finding examine(Facts facts) {
    var notes = new Notes(8, "the same key, the same answer");
    var keys = new HashMap<String, Key>();
    var keyOfOrder = new HashMap<String, String>();
    for (var request : facts.evidence().requests()) {
      notes.lookedAt(1);
      var key = keys.computeIfAbsent(request.key(), first -> new Key());
      key.sent.add(request.content());
      request.answer().ifPresent(answer -> heard(request, answer, key, keyOfOrder, notes));
    }
    keys.forEach((name, key) -> look(name, key, notes));
    return notes.finding();
  }

  private static void heard(Request request, Request.Answer answer, Key key, Map<String, String> keyOfOrder, Notes notes) {
    if (answer.status() == ANOTHER_BODY) {
      key.refused.add(request.content());
    }
    if (!answer.accepted()) {
      return;
    }
    var other = keyOfOrder.putIfAbsent(answer.orderId(), request.key());
    if (other != null && !other.equals(request.key())) {
      notes.violated("order %s was accepted under key %s and under key %s", answer.orderId(), other, request.key());
    }
    if (key.accepted.isPresent()) {
      repeated(key.accepted.get(), request, notes);
    } else {
      key.accepted = Optional.of(request);
    }
  }

  private static void repeated(Request first, Request request, Notes notes) {
    if (!first.content().equals(request.content())) {
      notes.violated("key %s was accepted with contents %s and %s", request.key(), first.content(), request.content());
    } else if (!orderId(first).equals(orderId(request))) {
      notes.violated("key %s was accepted as order %s and as order %s", request.key(), orderId(first), orderId(request));
    }
  }

  private static String orderId(Request accepted) {
    return accepted.answer().orElseThrow().orderId();
  }

  private static void look(String name, Key key, Notes notes) {
    var both = key.accepted.filter(request -> key.refused.contains(request.content()));
    if (both.isPresent()) {
      notes.violated("key %s with content %s was accepted as order %s and refused", name, both.get().content(), orderId(both.get()));
    } else if (key.refused.size() == key.sent.size()) {
      notes.violated("key %s: every content sent under it was refused for another one", name);
    }
  }
}
