package dev.tradewind.inventory.stock;

import dev.tradewind.inventory.grouping.Homeward;
import dev.tradewind.inventory.grouping.StockStore;
import dev.tradewind.inventory.grouping.StockStoreContract;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloud.class)
class DynamoStockTest extends StockStoreContract {

  /** No thread is better than another here. */
  static final Homeward ANYWHERE = new Homeward() {
    @Override
    public <T> Uni<T> afterwards(Supplier<Uni<T>> asking) {
      return asking.get();
    }
  };

  private final StockStore store;

  DynamoStockTest(LocalCloud.Table table) {
    this.store = new DynamoStock(table.client(), LocalCloud.TABLE, ANYWHERE);
  }

  @Override
  protected StockStore store() {
    return store;
  }

  @Override
  protected <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
