package dev.tradewind.chaos.hot;

import dev.tradewind.chaos.Rig;
import dev.tradewind.chaos.load.Shop;
import dev.tradewind.chaos.proxy.Proxy;
import dev.tradewind.chaos.proxy.Rates;
import dev.tradewind.launcher.cli.Exit;
import dev.tradewind.launcher.platform.WorkDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One product, many more buyers than units, and a table that lets one key be written a thousand units a second. */
@Command(name = "hot-sku", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
    "Many more buyers than units of one product, under a bound of write units a second for one key: exactly the units must be sold.",
    "DynamoDB lets one key be written 1,000 units a second; a lower --limit shows what happens when that is not enough."})
public final class HotSku implements Callable<Integer> {

  private static final String INVENTORY = "inventory";
  /** The largest write of a key here is one unit in a transaction, twice. */
  private static final int LOWEST_LIMIT = 2;

  @Option(names = "--units", paramLabel = "N", defaultValue = "10000", description = "How many there are (default: ${DEFAULT-VALUE}).")
  private int units;

  @Option(names = "--buyers", paramLabel = "N", defaultValue = "50000", description = "How many want one each (default: ${DEFAULT-VALUE}).")
  private int buyers;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "1000",
      description = "Write units a second for one key; 1 KB is one unit, two in a transaction (default: ${DEFAULT-VALUE}).")
  private int limit;

  private HotSku() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (units < 1 || buyers < 1) {
      System.err.println("--units and --buyers must be 1 or more, not %d and %d".formatted(units, buyers));
      return Exit.USAGE;
    }
    if (limit < LOWEST_LIMIT) {
      System.err.println("--limit must be %d or more, not %d: one transaction must fit into a second's worth".formatted(LOWEST_LIMIT, limit));
      return Exit.USAGE;
    }
    Path directory = Files.createTempDirectory("tradewind-hot-sku-");
    Sale sale = sell(directory);
    System.out.println(sale);
    if (sale.held()) {
      WorkDirectory.delete(directory);
      System.out.println("Exactly what there was was sold, and nobody was sent away from a full shelf.");
      return Exit.OK;
    }
    System.out.println("NOT what there was was sold. Logs and data: " + directory);
    return Exit.FAILED;
  }

  private Sale sell(Path directory) throws InterruptedException {
    Proxy.Options bounds = new Proxy.Options(0, Rates.none(), limit);
    try (Rig rig = Rig.start(directory, List.of(INVENTORY), bounds, (stream, version, events, messages) -> { }, System.out::println)) {
      URI inventory = rig.platform().url(INVENTORY);
      try (Shop shop = new Shop(inventory, inventory)) {
        shop.receive(Map.of(Rush.SKU, (long) units));
      }
      return new Rush(rig, System.out::println, limit).run(units, buyers);
    }
  }
}
