package dev.tradewind.inventory.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Token;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Several processes over one simulated table, and a queue that delivers again whatever failed. */
final class World {

  /** One thread is all there is. */
  static final Homeward HERE = new Homeward() {
    @Override
    public <T> Uni<T> afterwards(Supplier<Uni<T>> asking) {
      return asking.get();
    }
  };

  final Simulation simulation;
  final SimulatedStore store;
  /** Every answer by its id; a second one of that id must be the same. */
  final Map<String, Message> told = new LinkedHashMap<>();
  /** Every commit that was put into the log, by its id. */
  final Map<String, Commit<?>> logged = new LinkedHashMap<>();
  final List<List<Message>> dispatched = new ArrayList<>();

  private final List<Throwable> unexpected = new ArrayList<>();
  private final double faults;
  private final List<Process> processes = new ArrayList<>();

  private record Process(StockHandler handler, Receiving receiving) {}

  World(long seed, int processes, double faults, int shards) {
    this.simulation = new Simulation(seed);
    this.store = new SimulatedStore(simulation, faults);
    this.faults = faults;
    for (int i = 0; i < processes; i++) {
      this.processes.add(process(shards));
    }
  }

  private Process process(int shards) {
    var backoff = new PatientStore.Backoff(12, Duration.ofMillis(5), Duration.ofMillis(200));
    Pause pause = time -> simulation.soon(() -> Uni.createFrom().voidItem());
    var patient = new PatientStore(store, backoff, pause, most -> most, StockObserver.NONE);
    var stock = new GroupedStock(patient, 25, 100, this::now, StockObserver.NONE, HERE);
    var telling = new Telling(this::log, this::dispatch);
    return new Process(new StockHandler(patient, stock, telling, this::now, StockObserver.NONE),
        new Receiving(patient, stock, telling, sku -> shards, this::now, StockObserver.NONE));
  }

  void reserve(String orderId, Quantity... lines) {
    reserveAs("order/" + orderId + "/1/0", orderId, lines);
  }

  void reserveAs(String messageId, String orderId, Quantity... lines) {
    deliver(process -> process.handler.reserve(cause(messageId, orderId), new ReserveStock(orderId, List.of(lines))));
  }

  void release(String orderId) {
    deliver(process -> process.handler.release(cause("order/" + orderId + "/4/0", orderId), new ReleaseStock(orderId)));
  }

  void confirm(String orderId) {
    var order = new OrderDocument(orderId, "c-1", "CONFIRMED", Optional.empty(), new Money(1, "EUR"), List.of(), Optional.empty(), Optional.empty());
    deliver(process -> process.handler.sell(cause("order/" + orderId + "/9/0", orderId), new OrderConfirmed(order)));
  }

  void receive(String key, String sku, long quantity) {
    deliver(process -> process.receiving.receive(Receipt.of(key, sku, "eu-1", quantity, now())).replaceWithVoid());
  }

  void run() {
    simulation.run();
    assertThat(unexpected).isEmpty();
    assertThat(logged).isEqualTo(committed());
  }

  Token token(String orderId) {
    return (Token) store.items.get(Token.keyOf(orderId));
  }

  /** The types of all answers about an order, in the order in which they were sent first. */
  List<String> toldAbout(String orderId) {
    return told.values().stream().filter(m -> m.correlationId().equals(orderId)).map(m -> m.data().getClass().getSimpleName()).toList();
  }

  private void deliver(java.util.function.Function<Process, Uni<Void>> message) {
    simulation.soon(() -> {
      var process = processes.get(simulation.random().nextInt(processes.size()));
      Supplier<Uni<Void>> handling = () -> message.apply(process);
      handling.get().subscribe().with(done -> {}, failure -> {
        if (!(failure instanceof SimulatedStore.NoAnswer || failure instanceof ContendedStock)) {
          unexpected.add(failure);
        } else {
          deliver(message);
        }
      });
    });
  }

  private Uni<Void> dispatch(List<Message> messages) {
    return simulation.soon(() -> {
      if (simulation.chance(faults)) {
        return Uni.createFrom().failure(new SimulatedStore.NoAnswer());
      }
      if (messages.getFirst().data() instanceof Deadline deadline) {
        deliver(process -> process.receiving.lookAgain(deadline.streamId()));
        return Uni.createFrom().voidItem();
      }
      dispatched.add(messages);
      messages.forEach(message -> told.merge(message.id(), message, (first, second) -> {
        if (!first.equals(second)) {
          throw new AssertionError("two messages are called " + first.id() + ": " + first + " and " + second);
        }
        return first;
      }));
      return Uni.createFrom().voidItem();
    });
  }

  private Uni<Void> log(String service, Commit<?> commit) {
    return simulation.soon(() -> {
      if (simulation.chance(faults)) {
        return Uni.createFrom().failure(new SimulatedStore.NoAnswer());
      }
      logged.merge(commit.id(), commit, (first, second) -> {
        if (!first.equals(second)) {
          throw new AssertionError("two commits are called " + first.id() + ": " + first + " and " + second);
        }
        return first;
      });
      return Uni.createFrom().voidItem();
    });
  }

  /** Every change of a token and every receipt there is, as commits by their ids. */
  Map<String, Commit<?>> committed() {
    var all = new LinkedHashMap<String, Commit<?>>();
    for (var item : store.items.values()) {
      switch (item) {
        case Token token -> LongStream.rangeClosed(1, token.version()).mapToObj(token::commit).forEach(commit -> all.put(commit.id(), commit));
        case Receipt receipt -> all.put(receipt.commit().id(), receipt.commit());
        case Directory directory -> {
          // Where counters are is nobody else's business.
        }
      }
    }
    return all;
  }

  private static Cause cause(String messageId, String orderId) {
    return new Cause(messageId, "", orderId, "");
  }

  /** Never the same twice, so that an answer which depended on when it was made would be noticed. */
  private Instant now() {
    return Instant.ofEpochMilli(simulation.random().nextLong(1_000_000_000_000L));
  }
}
