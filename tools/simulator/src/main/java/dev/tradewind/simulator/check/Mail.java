package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;
import static dev.tradewind.simulator.check.Fingerprints.mix;

import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.simulator.check.Waiting.Delivery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits to be handled, and what was ever put into a queue. A fork shares every part with what it came from until it changes that part. */
final class Mail {

  private static final long PROCESSED = 0x5DEECE66DL;

  /** What was once put into a queue. */
  record Sent(Delivery delivery, boolean processed) {}

  private final Setting setting;
  private List<Waiting> waiting;
  private Map<String, Sent> sent;
  private long waitingHash;
  private long sentHash;

  /** Nothing yet. */
  Mail(Setting setting) {
    this.setting = setting;
    this.waiting = List.of();
    this.sent = Map.of();
  }

  private Mail(Mail other) {
    setting = other.setting;
    waiting = other.waiting;
    sent = other.sent;
    waitingHash = other.waitingHash;
    sentHash = other.sentHash;
  }

  Mail fork() {
    return new Mail(this);
  }

  List<Waiting> waiting() {
    return waiting;
  }

  Map<String, Sent> sent() {
    return sent;
  }

  void put(Waiting task) {
    var more = new ArrayList<Waiting>(waiting.size() + 1);
    more.addAll(waiting);
    more.add(task);
    waiting = more;
    waitingHash += mix(task.id());
  }

  void take(Waiting task) {
    var fewer = new ArrayList<>(waiting);
    fewer.remove(task);
    waiting = fewer;
    waitingHash -= mix(task.id());
  }

  /** Into every queue it is for. Says what is strange about it, if anything is. */
  Optional<String> send(Message message) {
    Optional<String> odd = Optional.empty();
    for (var queue : setting.routes().of(message)) {
      var delivery = new Delivery(queue, message, setting.order(message));
      odd = odd.or(() -> remember(delivery));
      put(setting.waiting(delivery));
    }
    return odd;
  }

  /** It was handled, and deleted from its queue. */
  void handled(Delivery delivery) {
    var key = key(delivery);
    var before = sent.get(key);
    if (!before.processed()) {
      sent = new HashMap<>(sent);
      sent.put(key, new Sent(before.delivery(), true));
      sentHash += both(PROCESSED, setting.fingerprints().of(key));
    }
  }

  long hash() {
    return both(waitingHash, sentHash);
  }

  private Optional<String> remember(Delivery delivery) {
    var key = key(delivery);
    var before = sent.get(key);
    if (before == null) {
      sent = new HashMap<>(sent);
      sent.put(key, new Sent(delivery, false));
      sentHash += setting.fingerprints().of(delivery.message().data() instanceof Deadline ? key : delivery);
      return Optional.empty();
    }
    return saysTheSame(before.delivery().message(), delivery.message())
        ? Optional.empty()
        : Optional.of("message %s was %s and is sent again as %s".formatted(delivery.message().id(), before.delivery().message(), delivery.message()));
  }

  /** Only the deadline of a request may have been armed by an attempt that came to nothing. */
  private static boolean saysTheSame(Message message, Message other) {
    return message.equals(other) || message.data() instanceof Deadline && message.data().equals(other.data());
  }

  private static String key(Delivery delivery) {
    return delivery.queue().name() + ' ' + delivery.message().id();
  }
}
