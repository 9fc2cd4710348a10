package dev.tradewind.inventory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Every setting of inventory; {@code application.properties} says what each is for. */
@ConfigMapping(prefix = "tradewind.inventory")
interface InventorySettings {

  @WithDefault("1")
  int defaultShards();

  /** Shards by product. */
  Map<String, Integer> shards();

  Group group();

  Conflict conflict();

  @WithDefault("10000")
  int rememberedSkus();

  /** How reservations share transactions. */
  interface Group {

    @WithDefault("25")
    int mostOrders();
  }

  /** What happens when a write meets another. */
  interface Conflict {

    @WithDefault("10")
    int attempts();

    @WithDefault("10")
    int firstPauseMillis();

    @WithDefault("500")
    int longestPauseMillis();
  }
}
