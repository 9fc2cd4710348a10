package dev.tradewind.simulator.clients;

import dev.tradewind.checker.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What customers asked for and what they heard, every attempt by itself. */
final class Diary {

  private final List<Request> requests = new ArrayList<>();

  /** Writes down an attempt whose answer is not known yet; returns its place. */
  int asked(String key, String content, long total) {
    requests.add(new Request(key, content, total, Optional.empty()));
    return requests.size() - 1;
  }

  void heard(int place, int status, String orderId) {
    var asked = requests.get(place);
    requests.set(place, new Request(asked.key(), asked.content(), asked.total(), Optional.of(new Request.Answer(status, orderId))));
  }

  List<Request> requests() {
    return requests;
  }
}
