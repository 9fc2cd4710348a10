package dev.tradewind.simulator.services;

import dev.tradewind.core.Message;
import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.grouping.GroupedStock;
import dev.tradewind.inventory.grouping.Homeward;
import dev.tradewind.inventory.grouping.PatientStore;
import dev.tradewind.inventory.grouping.Receiving;
import dev.tradewind.inventory.grouping.StockHandler;
import dev.tradewind.inventory.grouping.StockObserver;
import dev.tradewind.inventory.grouping.Telling;
import dev.tradewind.inventory.messaging.InventoryMessages;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Process;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** A process of inventory, with the API that warehouses call. */
public final class InventoryProcess implements Process {

  private static final int MOST_ORDERS = 25;
  private static final int REMEMBERED_SKUS = 10_000;
  private static final int MOST_SHARDS = 3;
  private static final PatientStore.Backoff PATIENCE = new PatientStore.Backoff(10, Duration.ofMillis(10), Duration.ofMillis(500));
  private static final Homeward STAY = new Homeward() {
    @Override
    public <T> Uni<T> afterwards(Supplier<Uni<T>> asking) {
      return asking.get();
    }
  };

  private final InventoryMessages messages;
  private final Receiving receiving;

  InventoryProcess(Ports ports) {
    var store = new PatientStore(ports.stock(), PATIENCE, ports.pause(), ports.jitter(), StockObserver.NONE);
    var stock = new GroupedStock(store, MOST_ORDERS, REMEMBERED_SKUS, ports.clock(), StockObserver.NONE, STAY);
    var telling = new Telling(ports.log(), ports.dispatcher());
    this.receiving = new Receiving(
        store, stock, telling, sku -> 1 + Math.floorMod(sku.hashCode(), MOST_SHARDS), ports.clock(), StockObserver.NONE);
    this.messages = new InventoryMessages(new StockHandler(store, stock, telling, ports.clock(), StockObserver.NONE), receiving);
  }

  @Override
  public Uni<Void> receive(int queue, Message message) {
    return queue == 0 ? messages.command(message) : messages.event(message);
  }

  /** {@code POST /v1/stock/{sku}/receipts}: the receipt that stands. */
  public Uni<Receipt> receive(Receipt receipt) {
    return receiving.receive(receipt);
  }
}
