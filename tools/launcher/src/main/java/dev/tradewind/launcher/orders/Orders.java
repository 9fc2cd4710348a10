package dev.tradewind.launcher.orders;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Places a file of orders at a running platform, follows each to its end, and checks that the numbers add up. */
public final class Orders {

  private static final Duration FIRST_LIMIT = Duration.ofSeconds(60);

  /**
   * @param gateway where everything is asked for
   * @param token an operator's
   * @param partners the payment provider, whose books are compared
   */
  public record Services(URI gateway, TokenSource token, URI partners) {}

  /**
   * @param file one order a line
   * @param products what the catalog imports first; empty imports nothing
   * @param stock what is received then; empty receives nothing
   * @param concurrency how many orders are between being placed and being paid for at once
   * @param perSecond how many are placed a second at most
   * @param timeout how long one order may take to its end
   */
  public record Request(Path file, Optional<Path> products, Optional<Path> stock, int concurrency, Optional<Double> perSecond, Duration timeout) {}

  /**
   * What it came to.
   *
   * @param addsUp whether every order came to an end that its line expects, and the provider's books agree
   * @param lines for people
   * @param json for programs
   */
  public record Outcome(boolean addsUp, List<String> lines, String json) {}

  private final Services services;

  public Orders(Services services) {
    this.services = services;
  }

  /**
   * Runs the file.
   *
   * @param progress gets the state in a line again and again, from another thread
   * @throws WrongFileException when the file is wrong; nothing was placed then
   */
  public Outcome run(Request request, Consumer<String> progress) throws InterruptedException {
    String runId = UUID.randomUUID().toString().substring(0, 8);
    List<PlannedOrder> plans = OrderFile.read(request.file(), runId);
    Run run = new Run(request.concurrency(), request.perSecond(), request.timeout());
    List<Stock.Receipt> receipts = request.stock().map(Stock::read).orElse(List.of());
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build()) {
      PatientHttp http = new PatientHttp(client, Pacing.ATTEMPTS, services.token().token());
      if (request.products().isPresent()) {
        new Products(services.gateway(), http).importAsEver(request.products().get(), Instant.now().plus(FIRST_LIMIT));
      }
      Stock.receive(receipts, services.gateway(), http, Instant.now().plus(FIRST_LIMIT));
      Tally tally = new Tally();
      Instant start = Instant.now();
      List<OrderResult> results;
      try (Ticker ticker = new Ticker(() -> progress.accept(tally.line(plans.size(), Duration.between(start, Instant.now()))))) {
        results = new OrderRunner(new OrdersApi(services.gateway(), http), run, tally).run(plans);
      }
      Duration elapsed = Duration.between(start, Instant.now());
      Summary summary = Summary.of(results, elapsed, tally, http.retries(), Ledger.of(services.partners(), client));
      return new Outcome(summary.addsUp(), Report.lines(summary), Report.json(summary));
    }
  }
}
