package dev.tradewind.partners;

import dev.tradewind.partners.carrier.CarrierRoutes;
import dev.tradewind.partners.faults.Delivery;
import dev.tradewind.partners.faults.LatencyHandler;
import dev.tradewind.partners.faults.OutageGate;
import dev.tradewind.partners.faults.OutageRoutes;
import dev.tradewind.partners.http.Answers;
import dev.tradewind.partners.http.Body;
import dev.tradewind.partners.oidc.IssuerRoutes;
import dev.tradewind.partners.psp.Arrivals;
import dev.tradewind.partners.psp.PspRoutes;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The provider, the carrier and the token issuer behind one port. One event loop runs everything, so a partner's state needs no lock and two
 * requests under one key can only come one after the other. Appending to a ledger file happens on that loop on purpose: it is
 * a write of a few hundred bytes to the page cache, and the answer must not leave before it.
 */
public final class Partners implements AutoCloseable {

  private final Vertx vertx;
  private final HttpServer server;
  private final PspRoutes psp;
  private final CarrierRoutes carrier;
  private final String host;

  private Partners(Vertx vertx, HttpServer server, PspRoutes psp, CarrierRoutes carrier, String host) {
    this.vertx = vertx;
    this.server = server;
    this.psp = psp;
    this.carrier = carrier;
    this.host = host;
  }

  /**
   * Starts all partners and returns when they answer.
   *
   * @throws IOException when the port is taken ({@link java.net.BindException}) or the data directory cannot be used
   */
  public static Partners start(Settings settings) throws IOException {
    var clock = InstantSource.system();
    var vertx = Vertx.vertx(new VertxOptions()
        .setEventLoopPoolSize(1)
        .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    try {
      var delivery = new Delivery(vertx, settings.slow());
      var psp = new PspRoutes(file(settings, "psp.ndjson"), clock, delivery);
      var carrier = new CarrierRoutes(file(settings, "carrier.ndjson"), clock, new Delivery(vertx, settings.slow()));
      var router = router(vertx, clock, settings, psp, carrier);
      // HTTP/1.1 only: closing the connection must hit one request, not all that share it.
      var options = new HttpServerOptions().setHost(settings.host()).setPort(settings.port()).setHttp2ClearTextEnabled(false);
      var server = Waiting.until(vertx.createHttpServer(options).requestHandler(router).listen());
      return new Partners(vertx, server, psp, carrier, settings.host());
    } catch (IOException | RuntimeException e) {
      Waiting.until(vertx.close());
      throw e;
    }
  }

  /** Where they answer, such as {@code http://127.0.0.1:8090}. */
  public String url() {
    return "http://" + host + ":" + server.actualPort();
  }

  @Override
  public void close() throws IOException {
    Waiting.until(vertx.close());
    psp.close();
    carrier.close();
  }

  private static Router router(Vertx vertx, InstantSource clock, Settings settings, PspRoutes psp, CarrierRoutes carrier) {
    var router = Router.router(vertx);
    Answers.problemsFor(router);
    router.route().handler(BodyHandler.create(false).setBodyLimit(Body.LIMIT));
    router.get("/health").handler(ctx -> Answers.json(ctx, 200, new JsonObject().put("status", "UP")));
    var latency = new LatencyHandler(vertx, RandomGenerator.getDefault(), settings.latency());
    latency.serve(router);

    psp.serveLedger(router);
    var pspGate = new OutageGate(vertx, clock, "psp");
    var arrivals = new Arrivals(pspGate::isAway);
    arrivals.serve(router);
    new OutageRoutes(pspGate).serve(router);
    router.route("/psp/*").handler(arrivals).handler(pspGate).handler(latency);
    psp.serve(router);

    carrier.serveLedger(router);
    var carrierGate = new OutageGate(vertx, clock, "carrier");
    new OutageRoutes(carrierGate).serve(router);
    router.route("/carrier/*").handler(carrierGate).handler(latency);
    carrier.serve(router);

    var issuerGate = new OutageGate(vertx, clock, "oidc");
    new OutageRoutes(issuerGate).serve(router);
    router.route("/oidc/*").handler(issuerGate).handler(latency);
    new IssuerRoutes(clock).serve(router);
    return router;
  }

  private static Optional<Path> file(Settings settings, String name) throws IOException {
    if (settings.data().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Files.createDirectories(settings.data().get()).resolve(name));
  }
}
