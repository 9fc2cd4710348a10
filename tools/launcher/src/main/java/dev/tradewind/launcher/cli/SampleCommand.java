package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.orders.SampleOrders;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sample", description = "Print a file of mixed orders; the same seed prints the same. samples/orders.jsonl is --orders 1000 --seed 1.")
final class SampleCommand implements Callable<Integer> {

  @Option(names = "--orders", paramLabel = "N", defaultValue = "1000", description = "How many (default: ${DEFAULT-VALUE}).")
  private int orders;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Which of all possible files (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--stock", description = "Print the stock that the orders need instead: samples/stock.json.")
  private boolean stock;

  @Option(names = "--products", description = "Print the products that the orders are for instead: samples/products.csv.")
  private boolean products;

  private final Context context;

  SampleCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (stock) {
      context.output().line(SampleOrders.stock());
    } else if (products) {
      SampleOrders.products().forEach(context.output().out()::println);
    } else {
      new SampleOrders(seed).lines(orders).forEach(context.output().out()::println);
    }
    return Exit.OK;
  }
}
