package dev.tradewind.gateway.valkey;

import io.quarkus.redis.runtime.datasource.ReactiveRedisDataSourceImpl;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import redis.embedded.RedisServer;

/** A real server that tests own: it can be stopped, and started again where it was, without what it knew. */
public final class TestValkey {

  private final int port = freePort();
  private RedisServer server = start();

  /** For tests of the whole gateway; a field of type {@link TestValkey} is given it. */
  public static final class Resource implements QuarkusTestResourceLifecycleManager {

    private final TestValkey valkey = new TestValkey();

    @Override
    public Map<String, String> start() {
      return Map.of("tradewind.valkey.url", valkey.url());
    }

    @Override
    public void inject(TestInjector injector) {
      injector.injectIntoFields(valkey, new TestInjector.MatchesType(TestValkey.class));
    }

    @Override
    public void stop() {
      valkey.stop();
    }
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void startAgain() {
    server = start();
  }

  /** The connection of one more replica. */
  public Valkey replica(Vertx vertx, MeterRegistry meters) {
    return replica(vertx, meters, Instant::now);
  }

  /** The connection of one more replica, with a clock of its own. */
  public Valkey replica(Vertx vertx, MeterRegistry meters, InstantSource clock) {
    var client = Redis.createClient(vertx, url());
    return new Valkey(new Settings(Optional.of(url())), new ReactiveRedisDataSourceImpl(vertx, client, RedisAPI.api(client)), meters, clock);
  }

  /** As where none is configured. */
  public static Valkey none(MeterRegistry meters, InstantSource clock) {
    return new Valkey(new Settings(Optional.empty()), null, meters, clock);
  }

  private record Settings(Optional<String> url) implements ValkeyConfig, ValkeyConfig.Breaker {

    @Override
    public long timeoutMillis() {
      return 10_000;
    }

    @Override
    public Breaker breaker() {
      return this;
    }

    @Override
    public int windowCalls() {
      return 4;
    }

    @Override
    public double failureRatio() {
      return 0.5;
    }

    @Override
    public long openMillis() {
      return 100;
    }
  }

  private RedisServer start() {
    try {
      var started = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").setting("appendonly no").build();
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
