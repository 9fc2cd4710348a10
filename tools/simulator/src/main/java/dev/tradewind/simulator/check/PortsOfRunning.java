package dev.tradewind.simulator.check;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.History;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamId;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.grouping.StockStore;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import dev.tradewind.payments.psp.Psp;
import dev.tradewind.shipping.carrier.Carrier;
import dev.tradewind.simulator.world.CarrierBook;
import dev.tradewind.simulator.world.OverwritableJournal;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Provider;
import dev.tradewind.simulator.world.Routes;
import dev.tradewind.simulator.world.Words.Call;
import dev.tradewind.simulator.world.Words.Put;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a running process stands on: reads are answered at once, effects wait until the search lets them happen. */
record PortsOfRunning(String service, int release, boolean logged, Routes routes, Host host) {

  /** Who answers reads and keeps effects. */
  interface Host {

    Instant now();

    <T> T read(Function<Kept, T> question);

    <T> Uni<T> effect(Object what, Function<Kept, Object> action);
  }

  Ports ports() {
    return new Ports(release, host::now, new Events(), logged ? this::put : EventLog.NONE, this::dispatch, new Stock(), Optional.empty(), new Money(), new Parcels(),
        time -> Uni.createFrom().voidItem(), most -> Duration.ZERO);
  }

  private <T> Uni<T> read(Function<Kept, T> question) {
    return Uni.createFrom().item(() -> host.read(question));
  }

  /** Each message by itself, as the real one does. What nobody listens to changes nothing, so it is not waited for. */
  private Uni<Void> dispatch(List<Message> messages) {
    var heard = messages.stream().filter(message -> !routes.of(message).isEmpty()).toList();
    return heard.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(heard.stream().map(this::send).toList()).andFailFast().replaceWithVoid();
  }

  private Uni<Object> send(Message message) {
    return host.effect(message, kept -> {
      kept.send(message);
      return Optional.empty();
    });
  }

  private Uni<Void> put(String by, Commit<?> commit) {
    return host.effect(new Put(commit), kept -> {
      kept.records().log(by, commit);
      return Optional.empty();
    }).replaceWithVoid();
  }

  private final class Events implements OverwritableJournal {

    @Override
    public Uni<History<Object>> read(StreamId stream) {
      return PortsOfRunning.this.read(kept -> kept.records().read(service, stream));
    }

    @Override
    public Uni<Append<Object>> append(Commit<Object> commit) {
      var by = service;
      return host.effect(commit, kept -> kept.append(by, commit));
    }

    @Override
    public Uni<Append<Object>> overwrite(Commit<Object> commit) {
      var by = service;
      return host.effect(commit, kept -> kept.records().overwrite(by, commit));
    }
  }

  private final class Stock implements StockStore {

    @Override
    public Uni<Optional<Item>> item(String key) {
      return read(kept -> kept.records().shelves().item(key));
    }

    @Override
    public Uni<Map<String, Directory>> directories(Collection<String> skus) {
      return read(kept -> {
        var found = new HashMap<String, Directory>();
        skus.forEach(sku -> kept.records().shelves().item(Directory.keyOf(sku)).ifPresent(item -> found.put(sku, (Directory) item)));
        return found;
      });
    }

    @Override
    public Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> counters) {
      return read(kept -> {
        var shown = new HashMap<CounterKey, Counter>();
        counters.forEach(key -> kept.records().shelves().counter(key).ifPresent(counter -> shown.put(key, counter)));
        return shown;
      });
    }

    @Override
    public Uni<WriteOutcome> write(StockWrite write) {
      return host.effect(write, kept -> kept.records().write(write));
    }
  }

  private final class Money implements Psp {

    @Override
    public Uni<Answer> authorize(String key, Authorization authorization) {
      return call("authorizing", key, provider -> provider.authorize(key, authorization));
    }

    @Override
    public Uni<Answer> capture(String key, String authorizationId, Amount amount) {
      return call("capturing", key, provider -> provider.capture(key, authorizationId, amount));
    }

    @Override
    public Uni<Answer> release(String key, String authorizationId) {
      return call("voiding", key, provider -> provider.release(key, authorizationId));
    }

    @Override
    public Uni<Answer> refund(String key, String captureId, Amount amount) {
      return call("refunding", key, provider -> provider.refund(key, captureId, amount));
    }

    @Override
    public Uni<Operation> operation(String key) {
      return call("asking about", key, provider -> provider.operation(key));
    }

    private <T> Uni<T> call(String what, String key, Function<Provider, T> asked) {
      var call = new Call(what, key);
      return host.effect(call, kept -> kept.records().partners().call(call, asked));
    }
  }

  private final class Parcels implements Carrier {

    @Override
    public Uni<Shipment> book(String key, Booking booking) {
      return call("booking", key, book -> book.book(key, booking));
    }

    @Override
    public Uni<Shipment> cancel(String key) {
      return call("cancelling", key, book -> book.cancel(key));
    }

    @Override
    public Uni<Shipment> handOver(String key) {
      return call("handing over", key, book -> book.handOver(key));
    }

    @Override
    public Uni<Shipment> deliver(String key) {
      return call("delivering", key, book -> book.deliver(key));
    }

    private Uni<Shipment> call(String what, String key, Function<CarrierBook, Shipment> asked) {
      var call = new Call(what, key);
      return host.effect(call, kept -> kept.records().partners().ask(call, asked));
    }
  }
}
