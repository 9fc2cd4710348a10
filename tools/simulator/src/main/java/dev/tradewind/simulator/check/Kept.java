package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.simulator.check.Waiting.Delivery;
import dev.tradewind.simulator.world.Shelves;
import dev.tradewind.simulator.world.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All that outlives every process: what is written down, what waits in queues, and what clients heard. */
final class Kept {

  private final Setting setting;
  private final Records records;
  private final Mail mail;
  private Map<Integer, Object> heard;
  private boolean inReview;
  private Optional<String> odd;

  Kept(Setting setting, Map<String, Table> tables, Shelves shelves) {
    this(setting, new Records(setting.fingerprints(), tables, shelves), new Mail(setting), Map.of(), false, Optional.empty());
  }

  private Kept(Setting setting, Records records, Mail mail, Map<Integer, Object> heard, boolean inReview, Optional<String> odd) {
    this.setting = setting;
    this.records = records;
    this.mail = mail;
    this.heard = heard;
    this.inReview = inReview;
    this.odd = odd;
  }

  /** The same, to be changed by itself. */
  Kept fork() {
    return new Kept(setting, records.fork(), mail.fork(), heard, inReview, odd);
  }

  Records records() {
    return records;
  }

  Mail mail() {
    return mail;
  }

  /** Writes down a commit; whoever suspects the order that was placed reads it at once. */
  Append<Object> append(String service, Commit<Object> commit) {
    var append = records.append(service, commit);
    if (append instanceof Append.Appended && setting.suspicions().isAbout(commit)) {
      inReview = setting.suspicions().isInReview(records.read(service, commit.stream()));
      setting.suspicions().of(commit).ifPresent(this::send);
    }
    return append;
  }

  /** Whether an operator who looks finds the order that is suspected in review. */
  boolean isInReview() {
    return inReview;
  }

  void send(Message message) {
    mail.send(message).ifPresent(this::odd);
  }

  /** It was handled, and deleted from its queue or answered. */
  void handled(Waiting task, Object answer) {
    switch (task.task()) {
      case Delivery delivery -> mail.handled(delivery);
      case Waiting.Visit visit when visit.wish() == Waiting.Wish.PLACE -> {
        heard = new HashMap<>(heard);
        heard.put(visit.order(), answer);
      }
      case Waiting.Visit visit -> {
        // Whether the order could be cancelled shows in its stream.
      }
    }
  }

  /** What each order's client heard last. */
  Map<Integer, Object> heard() {
    return heard;
  }

  /** Something that nothing explains. */
  Optional<String> odd() {
    return odd;
  }

  void odd(String what) {
    odd = odd.or(() -> Optional.of(what));
  }

  /** The same for two of which the checker would say the same, as long as messages are under way. */
  long seen() {
    return records.hash() + both(7, setting.fingerprints().of(heard));
  }

  long hash() {
    return seen() + mail.hash() + (odd.isPresent() ? 1 : 0);
  }
}
