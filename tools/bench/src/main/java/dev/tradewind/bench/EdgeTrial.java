package dev.tradewind.bench;

import dev.tradewind.launcher.cli.Issuer;
import dev.tradewind.launcher.platform.Topology;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One run: what the gateway costs, what its cache saves, and what it does with more than it can do. */
final class EdgeTrial {

  private static final List<String> SERVICES = List.of("orders", "inventory", "payments", "shipping", "catalog", "gateway");
  private static final String COLD = "gateway-2";
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LONGEST_RECOVERY = 60;
  private static final Duration LONGEST_RUN = Duration.ofHours(3);
  private static final double SERVED = 0.95;
  private static final int MOST_LOOKS = 8;
  private static final double STILL_WARMING = 1.05;

  private final EdgeSettings settings;
  private final Consumer<String> progress;

  EdgeTrial(EdgeSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** The second gateway's cache keeps nothing. Limits would be what is measured otherwise, and prices made up for the bench refused. */
  static Topology topology() {
    return Topology.standard().withOnly(SERVICES).withInstances("gateway", 2)
        .with("orders", "TRADEWIND_ORDERS_CHECK_PRODUCTS", "false")
        .with("gateway", "TRADEWIND_GATEWAY_LIMITS_ENABLED", "false")
        .with(COLD, "TRADEWIND_GATEWAY_LIMITS_ENABLED", "false")
        .with(COLD, "TRADEWIND_GATEWAY_CACHE_FRESH_MILLIS", "0").with(COLD, "TRADEWIND_GATEWAY_CACHE_FRESH_ALONE_MILLIS", "0")
        .with(COLD, "TRADEWIND_GATEWAY_CACHE_KEPT_SECONDS", "0");
  }

  EdgeResults.Measured run(int run) throws InterruptedException {
    try (Rig rig = new Rig(Contender.TRADEWIND, topology(), progress)) {
      rig.start();
      String token = new Issuer(rig.platform().url(Topology.PARTNERS)).token(Issuer.OPERATOR, LONGEST_RUN);
      sell(rig.platform().url("gateway"), token);
      String order = rig.place(new OrderMix(run).next());
      String product = OrderMix.PRODUCTS.getFirst();
      try (Reads direct = reads(rig, "orders", "/v1/orders/" + order + "/history", token);
          Reads through = reads(rig, "gateway", "/v1/orders/" + order + "/history", token);
          Reads cached = reads(rig, "gateway", "/v1/products/" + product, token);
          Reads uncached = reads(rig, "catalog", "/v1/products/" + product, token);
          Reads composed = reads(rig, "gateway", "/v1/orders/" + order, token);
          Reads cold = reads(rig, COLD, "/v1/orders/" + order, token)) {
        for (Reads each : List.of(direct, through, cached, uncached, composed, cold)) {
          warm(each);
        }
        List<Double> cpu = new ArrayList<>();
        List<Reads.Outcome> calls = new Turns(progress)
            .with("directly", () -> direct.at(settings.rate(), settings.window()))
            .with("through the gateway", () -> counting(cpu, rig, through))
            .with("product, cached", () -> cached.at(settings.rate(), settings.window()))
            .with("product, from catalog", () -> uncached.at(settings.rate(), settings.window())).take(settings.rounds());
        List<Reads.Outcome> most = new Turns(progress)
            .with("composed, cached", () -> composed.by(settings.clients(), settings.window()))
            .with("composed, not cached", () -> cold.by(settings.clients(), settings.window())).take(settings.rounds());
        boolean apart = Processors.setApart(rig.platform());
        progress.accept(apart ? "from here on the load has a processor of its own" : "no processor for the load alone: it takes from what it measures");
        double estimate = estimate(composed);
        return new EdgeResults.Measured(run, calls.get(0), calls.get(1), Math.round(Spread.of(cpu).median() * 100) / 100.0, calls.get(2), calls.get(3),
            most.get(0), most.get(1), apart, overload(composed, estimate), recovery(composed, estimate));
      } finally {
        Processors.share();
      }
    }
  }

  /** Until it no longer gets faster by itself: compilers of many young processes share the processors with what is measured. */
  private double warm(Reads reads) throws InterruptedException {
    double before = 0;
    double now = reads.by(settings.clients(), settings.window()).good();
    for (int looks = 1; looks < MOST_LOOKS && now > before * STILL_WARMING; looks++) {
      progress.accept("warming up: %.0f a second".formatted(now));
      before = now;
      now = reads.by(settings.clients(), settings.window()).good();
    }
    return now;
  }

  private Reads.Outcome counting(List<Double> cpu, Rig rig, Reads through) throws InterruptedException {
    Usage before = Usage.now(rig);
    Reads.Outcome outcome = through.at(settings.rate(), settings.window());
    cpu.add(Usage.now(rig).since(before).cpu().get("gateway").toMillis() / Math.max(1, outcome.good() * settings.window().toSeconds()));
    return outcome;
  }

  /** About what can be served: of half as much again as clients ask for who wait for their answers. */
  private double estimate(Reads composed) throws InterruptedException {
    Reads.Outcome outcome = composed.at((int) Math.max(1, warm(composed) * 1.5), settings.window());
    progress.accept("about the capacity: " + outcome.text());
    return outcome.good();
  }

  private List<Reads.Outcome> overload(Reads composed, double estimate) throws InterruptedException {
    Turns turns = new Turns(progress);
    settings.overload().forEach(share -> turns.with("%.1f times the capacity".formatted(share),
        () -> composed.at((int) Math.max(1, estimate * share), settings.window())));
    return turns.take(settings.rounds());
  }

  private double recovery(Reads composed, double capacity) throws InterruptedException {
    for (int second = 1; second <= LONGEST_RECOVERY; second++) {
      if (composed.at((int) Math.max(1, capacity / 2), LOOK).share() >= SERVED) {
        return second;
      }
    }
    throw new BenchException("the gateway did not serve half of its capacity " + LONGEST_RECOVERY + " s after the overload");
  }

  private static Reads reads(Rig rig, String service, String path, String token) {
    return new Reads(HttpRequest.newBuilder(rig.platform().url(service).resolve(path)).header("Authorization", "Bearer " + token));
  }

  /** Tells the catalog of every product that is ordered. */
  private static void sell(URI gateway, String token) throws InterruptedException {
    for (String sku : OrderMix.PRODUCTS) {
      send(HttpRequest.newBuilder(gateway.resolve("/v1/products/" + sku)).header("Authorization", "Bearer " + token)
          .header("Content-Type", "application/json").header("Idempotency-Key", sku).PUT(BodyPublishers.ofString(
              "{\"name\":\"Thing %s\",\"description\":\"\",\"active\":true,\"prices\":[{\"amount\":499,\"currency\":\"EUR\"}]}".formatted(sku))));
    }
  }

  private static void send(HttpRequest.Builder request) throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new BenchException("%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
      }
    } catch (IOException noAnswer) {
      throw new BenchException("%s did not answer: %s".formatted(request.build().uri(), noAnswer));
    }
  }
}
