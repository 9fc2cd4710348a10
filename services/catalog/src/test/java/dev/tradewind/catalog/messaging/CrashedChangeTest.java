package dev.tradewind.catalog.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.catalog.domain.ImportDecider;
import dev.tradewind.catalog.domain.ImportEvent;
import dev.tradewind.catalog.domain.Precondition;
import dev.tradewind.catalog.domain.Product;
import dev.tradewind.catalog.domain.ProductCommand;
import dev.tradewind.catalog.domain.ProductCommand.Put;
import dev.tradewind.catalog.domain.ProductContent;
import dev.tradewind.catalog.domain.ProductDecider;
import dev.tradewind.catalog.domain.ProductEvent;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.testkit.DeciderSpec;
import dev.tradewind.testkit.Faults;
import dev.tradewind.testkit.InMemoryBus;
import dev.tradewind.testkit.InMemoryJournal;
import dev.tradewind.testkit.InMemoryLog;
import dev.tradewind.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever step the process dies at: a change that was written is told, and it is not told again with every later one. */
class CrashedChangeTest {

  private static final JsonCodec CODEC = new JsonCodec(Contracts.TYPES.and(ProductEvent.RECORDS).and(ImportEvent.RECORDS));

  private final ManualClock clock = ManualClock.at(DeciderSpec.START);

  @Test
  void what_was_written_is_told_though_the_client_never_asks_again() {
    Faults.everywhere(faults -> {
      var world = new World(faults);

      world.put("first", 499).onFailure().recoverWithNull().await().indefinitely();
      faults.restart();
      world.bus.runFor(Duration.ofHours(1));

      var product = world.products.load(Product.stream("TEA")).await().indefinitely().fold(new ProductDecider());
      assertThat(world.told.stream().map(Message::sequence).distinct()).isEqualTo(product.exists() ? List.of(1L) : List.of());
      assertThat(product.settled()).as("settled").isTrue();
      assertThat(world.bus.deadLetters()).isEmpty();
    });
  }

  @Test
  void what_is_settled_is_not_told_again_with_what_comes_next() {
    var world = new World(Faults.none());
    world.put("first", 499).await().indefinitely();
    world.bus.runFor(Duration.ofHours(1));
    world.put("second", 549).await().indefinitely();
    world.bus.runFor(Duration.ofHours(1));
    world.told.clear();

    world.put("third", 599).await().indefinitely();
    world.bus.deliver();

    assertThat(world.told).extracting(message -> ((ProductChanged) message.data()).prices()).containsExactly(List.of(new Money(599, "EUR")));
    assertThat(world.told.getFirst().sequence()).isEqualTo(5);
  }

  private final class World {

    private final InMemoryBus bus = InMemoryBus.through(CODEC, clock);
    private final List<Message> told = new ArrayList<>();
    private final StreamHandler<Product, ProductCommand, ProductEvent> products;

    private World(Faults faults) {
      var log = faults.on(InMemoryLog.through(CODEC));
      var journal = faults.on(InMemoryJournal.through(CODEC, ProductEvent.class));
      products = new StreamHandler<>("catalog", new ProductDecider(), journal, log, faults.on(bus), Edge.none(), clock, Observer.NONE);
      var imports = new StreamHandler<>(
          "catalog", new ImportDecider(), InMemoryJournal.through(CODEC, ImportEvent.class), log, bus, Edge.none(), clock, Observer.NONE);
      var messages = new CatalogMessages(products, imports);
      bus.onDeadline("catalog", faults.restarting(messages::command));
      bus.onEvent("listener", ProductChanged.class, message -> {
        told.add(message);
        return Uni.createFrom().voidItem();
      });
    }

    private Uni<?> put(String key, long cents) {
      var content = new ProductContent("Tea", "", true, List.of(new Money(cents, "EUR")));
      return products.handle(Cause.request("put/" + key, "TEA", ""), Product.stream("TEA"), new Put("TEA", content, new Precondition.None()));
    }
  }
}
