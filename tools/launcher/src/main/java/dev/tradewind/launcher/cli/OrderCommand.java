package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.orders.Orders;
import dev.tradewind.launcher.platform.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "order", description = "Place a file of orders, follow each to its end, and check that the numbers add up.")
final class OrderCommand implements Callable<Integer> {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);
  private static final Duration LONGEST_RUN = Duration.ofHours(24);

  @Parameters(paramLabel = "FILE", description = "One JSON object a line: order, expect, and if wanted key, cancelAfterMs. See samples/.")
  private Path file;

  @Option(names = "--url", description = "The gateway. Default: the running one, http://127.0.0.1:8080.")
  private Optional<URI> url = Optional.empty();

  @Option(names = "--token", description = "An operator's, sent with each request. Default: one from the stand-in issuer among the partners.")
  private Optional<String> token = Optional.empty();

  @Option(names = "--partners-url", description = "The payment provider, and who issues tokens. Default: the running ones, http://127.0.0.1:8090.")
  private Optional<URI> partnersUrl = Optional.empty();

  @Option(names = "--concurrency", paramLabel = "N", defaultValue = "32",
      description = "Orders between being placed and being paid for at once (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(names = "--rate", paramLabel = "N[/s]", description = "Place at most N a second. Default: as fast as they go.")
  private Optional<String> rate = Optional.empty();

  @Option(names = "--timeout", paramLabel = "N[s]", defaultValue = "120s",
      description = "How long one order may take to its end (default: ${DEFAULT-VALUE}).")
  private String timeout;

  @Option(names = "--stock", paramLabel = "FILE", description = "What the warehouses receive first. Default: samples/stock.json.")
  private Optional<Path> stock = Optional.empty();

  @Option(names = "--no-stock", description = "Receive nothing first.")
  private boolean noStock;

  @Option(names = "--products", paramLabel = "FILE", description = "What the catalog imports first. Default: samples/products.csv.")
  private Optional<Path> products = Optional.empty();

  @Option(names = "--no-products", description = "Import nothing first.")
  private boolean noProducts;

  @Option(names = "--json", description = "Print the summary for programs, and no progress.")
  private boolean json;

  private final Context context;

  OrderCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (concurrency < 1) {
      throw new WrongOptionException("--concurrency is " + concurrency + "; expected at least 1");
    }
    Optional<Path> imported = noProducts ? Optional.empty() : Optional.of(products.orElse(sample("products.csv")));
    Optional<Path> received = noStock ? Optional.empty() : Optional.of(stock.orElse(sample("stock.json")));
    Orders.Request request = new Orders.Request(file, imported, received, concurrency,
        rate.map(text -> Numbers.positive("--rate", text, "/s")), Numbers.seconds("--timeout", timeout));
    Orders.Outcome outcome = new Orders(services()).run(request, json ? line -> {} : progress());
    if (json) {
      context.output().line(outcome.json());
    } else {
      outcome.lines().forEach(context.output()::line);
    }
    return outcome.addsUp() ? Exit.OK : Exit.FAILED;
  }

  private Path sample(String name) {
    return context.home().root().resolve("samples").resolve(name);
  }

  private Orders.Services services() {
    URI partners = partnersUrl.orElseGet(() -> context.url(Topology.PARTNERS));
    return new Orders.Services(url.orElseGet(() -> context.url("gateway")), new Issuer(partners).operator(token, LONGEST_RUN), partners);
  }

  private Consumer<String> progress() {
    if (context.output().isTerminal()) {
      return context.output()::passing;
    }
    return new Consumer<>() {
      private Instant next = Instant.now().plus(BETWEEN_LINES);

      @Override
      public void accept(String line) {
        if (Instant.now().isAfter(next)) {
          next = Instant.now().plus(BETWEEN_LINES);
          context.output().line(line);
        }
      }
    };
  }
}
