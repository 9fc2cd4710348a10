package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;
import static dev.tradewind.simulator.check.Fingerprints.mix;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.History;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamId;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import dev.tradewind.simulator.check.Waiting.Delivery;
import dev.tradewind.simulator.world.CarrierBook;
import dev.tradewind.simulator.world.Provider;
import dev.tradewind.simulator.world.Shelves;
import dev.tradewind.simulator.world.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that outlives every process: journals, shelves, the provider's and the carrier's books, queues, and what clients heard. A fork shares
 * every part with what it came from until it changes that part.
 */
final class Kept {

  private static final long PROCESSED = 0x5DEECE66DL;

  /** What was once put into a queue. */
  record Sent(Delivery delivery, boolean processed) {}

  private final Setting setting;
  private Map<String, Table> tables;
  private Shelves shelves;
  private Provider provider;
  private CarrierBook carrier;
  private List<Waiting> waiting;
  private Map<String, Sent> sent;
  private Map<Integer, Object> heard;
  private boolean inReview;
  private Optional<String> odd = Optional.empty();
  private long tablesHash;
  private long shelvesHash;
  private long partnersHash;
  private long waitingHash;
  private long sentHash;

  Kept(Setting setting, Map<String, Table> tables, Shelves shelves) {
    this.setting = setting;
    this.tables = Map.copyOf(tables);
    this.shelves = shelves;
    this.shelvesHash = hash(shelves);
    this.provider = new Provider();
    this.carrier = new CarrierBook();
    this.waiting = List.of();
    this.sent = Map.of();
    this.heard = Map.of();
  }

  private Kept(Kept other) {
    setting = other.setting;
    tables = other.tables;
    shelves = other.shelves;
    provider = other.provider;
    carrier = other.carrier;
    waiting = other.waiting;
    sent = other.sent;
    heard = other.heard;
    inReview = other.inReview;
    odd = other.odd;
    tablesHash = other.tablesHash;
    shelvesHash = other.shelvesHash;
    partnersHash = other.partnersHash;
    waitingHash = other.waitingHash;
    sentHash = other.sentHash;
  }

  Kept fork() {
    return new Kept(this);
  }

  History<Object> read(String service, StreamId stream) {
    return tables.get(service).read(stream);
  }

  Append<Object> append(String service, Commit<Object> commit) {
    var table = own(service);
    var append = table.append(commit);
    if (append instanceof Append.Appended) {
      tablesHash += setting.fingerprints().of(commit);
      if (setting.suspicions().isAbout(commit)) {
        inReview = setting.suspicions().isInReview(table.read(commit.stream()));
        setting.suspicions().of(commit).ifPresent(this::send);
      }
    }
    return append;
  }

  /** Whether an operator who looks finds the order that is suspected in review. */
  boolean isInReview() {
    return inReview;
  }

  Append<Object> overwrite(String service, Commit<Object> commit) {
    var table = own(service);
    tablesHash -= hash(table, commit.stream());
    table.overwrite(commit);
    tablesHash += hash(table, commit.stream());
    return new Append.Appended<>();
  }

  boolean hasCause(String service, String cause) {
    for (var commits : tables.get(service).all().values()) {
      for (var commit : commits) {
        if (commit.cause().id().equals(cause)) {
          return true;
        }
      }
    }
    return false;
  }

  Shelves shelves() {
    return shelves;
  }

  WriteOutcome write(StockWrite write) {
    shelves = shelves.copy();
    var outcome = shelves.write(write);
    shelvesHash = hash(shelves);
    return outcome;
  }

  <T> T call(Object asked, Function<Provider, T> call) {
    provider = provider.copy();
    int before = provider.requests();
    var answer = call.apply(provider);
    if (provider.requests() != before) {
      partnersHash += both(setting.fingerprints().of(asked), setting.fingerprints().of(answer));
    }
    return answer;
  }

  /** What the carrier writes down follows from which calls changed its book. */
  <T> T ask(Object asked, Function<CarrierBook, T> call) {
    carrier = carrier.copy();
    long before = carrier.changes();
    try {
      return call.apply(carrier);
    } finally {
      if (carrier.changes() != before) {
        partnersHash += both(setting.fingerprints().of(asked), 1);
      }
    }
  }

  void send(Message message) {
    for (var queue : setting.routes().of(message)) {
      var delivery = new Delivery(queue, message, setting.order(message));
      remember(delivery);
      put(setting.waiting(delivery));
    }
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

  /** It was handled, and deleted from its queue or answered. */
  void handled(Waiting task, Object answer) {
    switch (task.task()) {
      case Delivery delivery -> {
        var key = key(delivery);
        var before = sent.get(key);
        if (!before.processed()) {
          sent = new HashMap<>(sent);
          sent.put(key, new Sent(before.delivery(), true));
          sentHash += both(PROCESSED, setting.fingerprints().of(key));
        }
      }
      case Waiting.Visit visit when visit.wish() == Waiting.Wish.PLACE -> {
        heard = new HashMap<>(heard);
        heard.put(visit.order(), answer);
      }
      case Waiting.Visit visit -> {
        // Whether it had its way shows in the order's stream.
      }
    }
  }

  List<Waiting> waiting() {
    return waiting;
  }

  Map<String, Sent> sent() {
    return sent;
  }

  /** What each order's client heard last. */
  Map<Integer, Object> heard() {
    return heard;
  }

  Map<String, Table> tables() {
    return tables;
  }

  Provider provider() {
    return provider;
  }

  CarrierBook carrier() {
    return carrier;
  }

  /** Something that nothing explains. */
  Optional<String> odd() {
    return odd;
  }

  void odd(String what) {
    odd = odd.or(() -> Optional.of(what));
  }

  /** The same for two of which the checker would say the same, as long as messages are under way. */
  long records() {
    return tablesHash + both(shelvesHash, partnersHash) + both(7, setting.fingerprints().of(heard));
  }

  long hash() {
    return records() + both(waitingHash, sentHash) + (odd.isPresent() ? 1 : 0);
  }

  private Table own(String service) {
    var own = new LinkedHashMap<>(tables);
    own.put(service, own.get(service).copy());
    tables = own;
    return own.get(service);
  }

  private void remember(Delivery delivery) {
    var key = key(delivery);
    var before = sent.get(key);
    if (before == null) {
      sent = new HashMap<>(sent);
      sent.put(key, new Sent(delivery, false));
      sentHash += setting.fingerprints().of(delivery.message().data() instanceof Deadline ? key : delivery);
    } else if (!saysTheSame(before.delivery().message(), delivery.message())) {
      odd("message %s was %s and is sent again as %s".formatted(delivery.message().id(), before.delivery().message(), delivery.message()));
    }
  }

  /** Only the deadline of a request may have been armed by an attempt that came to nothing. */
  private static boolean saysTheSame(Message message, Message other) {
    return message.equals(other) || message.data() instanceof Deadline && message.data().equals(other.data());
  }

  private static String key(Delivery delivery) {
    return delivery.queue().name() + ' ' + delivery.message().id();
  }

  private long hash(Table table, StreamId stream) {
    return table.all().getOrDefault(stream, List.of()).stream().mapToLong(setting.fingerprints()::of).sum();
  }

  private long hash(Shelves of) {
    long sum = 0;
    for (var item : of.items().values()) {
      sum += setting.fingerprints().of(item);
    }
    for (var counter : of.counters().entrySet()) {
      sum += both(setting.fingerprints().of(counter.getKey()), setting.fingerprints().of(counter.getValue()));
    }
    return sum;
  }
}
