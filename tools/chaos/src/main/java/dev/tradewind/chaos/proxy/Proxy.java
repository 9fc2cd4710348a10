package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.chaos.collect.Traffic;
import dev.tradewind.chaos.proxy.Dice.Fate;
import dev.tradewind.chaos.proxy.Operation.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;

/**
 * An AWS endpoint between the services and the one that does the work. One thread does everything here, so that what it remembers
 * needs no locks.
 */
public final class Proxy implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How it misbehaves.
   *
   * @param seed of its dice
   * @param rates of its faults, while they are switched on
   * @param unitsPerSecond what one key may be written, also while faults are off; {@link Double#MAX_VALUE} for no bound
   */
  public record Options(long seed, Rates rates, double unitsPerSecond) {

    /** What AWS lets one key be written. */
    public static final double HOT_KEY_UNITS = 1_000;
  }

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(2));
  private final TrafficLog log = new TrafficLog(System::nanoTime);
  private final Counts counts = new Counts();
  private final Queue<Throwable> mistakes = new ConcurrentLinkedQueue<>();
  private final HotKeys hotKeys;
  private final Dice dice;
  private final Handling handling;
  private final HttpServer server;
  private volatile boolean faults;

  /**
   * Starts on a free port, with faults switched off.
   *
   * @param backend the endpoint that does the work
   * @param partitionKeys the name of each table's partition key
   * @param commits hears of every commit
   */
  public Proxy(URI backend, Options options, Map<String, String> partitionKeys, Routes routes, Commits commits) throws InterruptedException {
    dice = new Dice(options.seed(), options.rates());
    hotKeys = new HotKeys(options.unitsPerSecond(), System::nanoTime);
    Gate gate = new Gate(counts, hotKeys, new Writes(partitionKeys));
    handling = new Handling(vertx, new Backend(vertx, backend), counts, new Witness(log, routes, commits), gate, mistakes::add);
    vertx.exceptionHandler(mistakes::add);
    HttpServerOptions listening = new HttpServerOptions().setHost("127.0.0.1").setPort(0).setTcpNoDelay(true)
        .setHandle100ContinueAutomatically(true);
    server = await(vertx.createHttpServer(listening).requestHandler(this::receive).listen());
  }

  /** Where the services find it. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** From now on things go wrong, or no longer. What went wrong before is not taken back, but no more second deliveries come. */
  public void faults(boolean on) {
    faults = on;
    if (!on) {
      vertx.runOnContext(ignored -> handling.forgetCopies());
    }
  }

  public Counts.Snapshot counts() {
    return counts.snapshot();
  }

  /** The least that was ever left in the reserve of any key, in write units: all of it when nothing was written. */
  public double leastReserve() {
    return hotKeys.leastLeft();
  }

  /** What went into the queues and came out of them. */
  public Traffic traffic() {
    return log;
  }

  /** What went wrong in the proxy itself, and not in what it does on purpose: a run with any proves nothing. */
  public List<Throwable> mistakes() {
    return List.copyOf(mistakes);
  }

  private void receive(HttpServerRequest caller) {
    caller.body().onSuccess(body -> {
      Optional<String> target = Optional.ofNullable(caller.getHeader("X-Amz-Target"));
      Optional<String> authorization = Optional.ofNullable(caller.getHeader("Authorization"));
      Operation.of(target, authorization, caller.method() + " " + caller.uri(), body::toString).ifPresentOrElse(
          operation -> handling.handle(new Exchange(caller, operation, body, json(operation, target, body), fate(operation))),
          () -> handling.pass(caller, body));
    });
  }

  private Fate fate(Operation operation) {
    return faults ? dice.next(operation) : new Fate(Optional.empty(), new SplittableRandom(0));
  }

  private static JsonNode json(Operation operation, Optional<String> target, Buffer body) {
    boolean looksInside = target.isPresent() && (operation.writesItems() || operation.service() == Service.SQS || operation.isLogBatch());
    try {
      return looksInside ? JSON.readTree(body.toString()) : Exchange.noJson();
    } catch (JsonProcessingException forTheBackendToRefuse) {
      return Exchange.noJson();
    }
  }

  private static <T> T await(Future<T> future) throws InterruptedException {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the proxy could not listen: " + failed.getCause().getMessage(), failed.getCause());
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
