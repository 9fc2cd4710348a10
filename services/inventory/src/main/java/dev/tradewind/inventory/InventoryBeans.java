package dev.tradewind.inventory;

import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Types;
import dev.tradewind.inventory.grouping.GroupedStock;
import dev.tradewind.inventory.grouping.Homeward;
import dev.tradewind.inventory.grouping.Jitter;
import dev.tradewind.inventory.grouping.Pause;
import dev.tradewind.inventory.grouping.PatientStore;
import dev.tradewind.inventory.grouping.PatientStore.Backoff;
import dev.tradewind.inventory.grouping.Receiving;
import dev.tradewind.inventory.grouping.StockHandler;
import dev.tradewind.inventory.grouping.StockLevels;
import dev.tradewind.inventory.grouping.StockObserver;
import dev.tradewind.inventory.grouping.StockStore;
import dev.tradewind.inventory.grouping.Telling;
import dev.tradewind.inventory.stock.DynamoStock;
import dev.tradewind.quarkus.ChassisConfig;
import dev.tradewind.quarkus.ReturnToContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Puts inventory together. */
class InventoryBeans {

  private static final Homeward HOMEWARD = ReturnToContext::afterwards;
  private static final Pause PAUSE = time -> time.isPositive()
      ? Uni.createFrom().voidItem().onItem().delayIt().by(time)
      : Uni.createFrom().voidItem();
  private static final Jitter JITTER = most -> Duration.ofNanos(ThreadLocalRandom.current().nextLong(most.toNanos() + 1));

  @Produces
  @Singleton
  Types types() {
    return Contracts.TYPES;
  }

  @Produces
  @Singleton
  StockStore store(ChassisConfig chassis, InventorySettings settings, DynamoDbAsyncClient client, StockObserver observer) {
    var conflict = settings.conflict();
    var backoff = new Backoff(
        conflict.attempts(), Duration.ofMillis(conflict.firstPauseMillis()), Duration.ofMillis(conflict.longestPauseMillis()));
    return new PatientStore(new DynamoStock(client, chassis.prefix() + chassis.service(), HOMEWARD), backoff, PAUSE, JITTER, observer);
  }

  @Produces
  @Singleton
  GroupedStock stock(InventorySettings settings, StockStore store, InstantSource clock, StockObserver observer) {
    return new GroupedStock(store, settings.group().mostOrders(), settings.rememberedSkus(), clock, observer, HOMEWARD);
  }

  @Produces
  @Singleton
  Telling telling(EventLog log, Dispatcher dispatcher) {
    return new Telling(log, dispatcher);
  }

  @Produces
  @Singleton
  StockHandler handler(StockStore store, GroupedStock stock, Telling telling, InstantSource clock, StockObserver observer) {
    return new StockHandler(store, stock, telling, clock, observer);
  }

  @Produces
  @Singleton
  Receiving receiving(
      InventorySettings settings, StockStore store, GroupedStock stock, Telling telling, InstantSource clock, StockObserver observer) {
    return new Receiving(store, stock, telling, sku -> settings.shards().getOrDefault(sku, settings.defaultShards()), clock, observer);
  }

  @Produces
  @Singleton
  StockLevels levels(StockStore store) {
    return new StockLevels(store);
  }
}
