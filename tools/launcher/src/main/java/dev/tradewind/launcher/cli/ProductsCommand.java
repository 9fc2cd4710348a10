package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.orders.Products;
import dev.tradewind.launcher.platform.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "products", description = "Products and prices of the catalog.", synopsisSubcommandLabel = "COMMAND")
final class ProductsCommand implements Callable<Integer> {

  private static final Duration LONGEST_IMPORT = Duration.ofHours(24);

  private final Context context;

  ProductsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    throw new WrongOptionException("products needs a command; there is: products import FILE");
  }

  @Command(name = "import", description = {
    "Import a CSV file of products: all of it, or nothing when a line is wrong; everything that is wrong is listed.",
    "Columns: sku, name, active (true or false), if wanted description, and a price in minor units for each currency: price_EUR, price_GBP."},
      mixinStandardHelpOptions = true)
  int importFile(
      @Parameters(paramLabel = "FILE", description = "UTF-8, comma-separated, one product a line; see samples/products.csv.") Path file,
      @Option(names = "--url", description = "The gateway. Default: the running one, http://127.0.0.1:8080.") Optional<URI> url,
      @Option(names = "--token", description = "An operator's. Default: one from the stand-in issuer among the partners.") Optional<String> token,
      @Option(names = "--timeout", paramLabel = "N[s]", defaultValue = "300s",
          description = "How long to wait for its end (default: ${DEFAULT-VALUE}).")
      String timeout) throws InterruptedException {
    Products.Imported done = Products.importOnce(file, url.orElseGet(() -> context.url("gateway")),
        new Issuer(context.url(Topology.PARTNERS)).operator(token, LONGEST_IMPORT), Numbers.seconds("--timeout", timeout), context.output()::passing);
    context.output().line("%d products imported from %s, %d of them new or changed.".formatted(done.rows(), file, done.changed()));
    return Exit.OK;
  }
}
