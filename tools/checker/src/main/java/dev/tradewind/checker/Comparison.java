package dev.tradewind.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What differs between two pieces of evidence, of all that a repeat must leave alone. */
final class Comparison {

  private final Notes notes = new Notes(6, "replaying any message any number of times changes nothing");

  private Comparison() {}

  static Finding of(Evidence before, Evidence after) {
    var comparison = new Comparison();
    comparison.same("stream", before.streams(), after.streams(), Stream::id);
    comparison.same("log of stream", before.log().orElse(List.of()), after.log().orElse(List.of()), Logged::id);
    comparison.same("archive of stream", before.archive().orElse(List.of()), after.archive().orElse(List.of()), Logged::id);
    comparison.same("view of order", shown(before), shown(after), Map.Entry::getKey);
    comparison.same("ledger of order", before.ledger(), after.ledger(), LedgerEntry::orderId);
    comparison.same("parcel of order", before.parcels(), after.parcels(), Parcel::orderId);
    comparison.same("counter", before.counters(), after.counters(), Counter::id);
    comparison.same("token of order", before.tokens(), after.tokens(), Token::orderId);
    comparison.answers(before.requests(), after.requests());
    return comparison.notes.finding();
  }

  private static List<Map.Entry<String, Object>> shown(Evidence evidence) {
    return evidence.views().map(views -> List.copyOf(views.shown().entrySet())).orElse(List.of());
  }

  /** Two readings may come in another order, but what bears one name keeps its own. */
  private <T> void same(String kind, List<T> before, List<T> after, Function<T, String> name) {
    var earlier = byName(before, name);
    var later = byName(after, name);
    earlier.forEach((id, things) -> {
      notes.lookedAt(1);
      var now = later.remove(id);
      if (now == null) {
        notes.violated("%s %s is gone", kind, id);
      } else if (!things.equals(now)) {
        notes.violated("%s %s changed", kind, id);
      }
    });
    for (var id : later.keySet()) {
      notes.lookedAt(1);
      notes.violated("%s %s is new", kind, id);
    }
  }

  private static <T> Map<String, List<T>> byName(Collection<T> things, Function<T, String> name) {
    var byName = new HashMap<String, List<T>>();
    for (var thing : things) {
      byName.computeIfAbsent(name.apply(thing), first -> new ArrayList<>(1)).add(thing);
    }
    return byName;
  }

  /** A request that was answered for good is answered the same for ever; a failure is no answer. */
  private void answers(List<Request> before, List<Request> after) {
    var heard = new HashMap<String, Request.Answer>();
    for (var request : before) {
      request.answer().filter(Comparison::isFinal).ifPresent(answer -> heard.putIfAbsent(question(request), answer));
    }
    for (var request : after) {
      var earlier = heard.get(question(request));
      if (earlier != null && request.answer().filter(Comparison::isFinal).isPresent()) {
        notes.lookedAt(1);
        if (!earlier.equals(request.answer().get())) {
          notes.violated("key %s with content %s was answered %s, then %s", request.key(), request.content(), earlier, request.answer().get());
        }
      }
    }
  }

  private static String question(Request request) {
    return request.key() + '\n' + request.content();
  }

  private static boolean isFinal(Request.Answer answer) {
    return answer.accepted() || answer.status() == 422;
  }
}
