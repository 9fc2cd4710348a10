package dev.tradewind.inventory.grouping;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;

class SimulatedStoreTest extends StockStoreContract {

  private final Simulation simulation = new Simulation(1);
  private final SimulatedStore store = new SimulatedStore(simulation, 0);

  @Override
  protected StockStore store() {
    return store;
  }

  @Override
  protected <T> T await(Uni<T> uni) {
    var result = new AtomicReference<T>();
    uni.subscribe().with(result::set, failure -> {
      throw new AssertionError(failure);
    });
    simulation.run();
    return result.get();
  }
}
