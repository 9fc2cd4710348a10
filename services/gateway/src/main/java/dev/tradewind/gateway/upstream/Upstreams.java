package dev.tradewind.gateway.upstream;

import dev.tradewind.quarkus.guard.Guards;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** All services behind the gateway. Made when it starts: a setting that makes no sense stops it. */
@Startup
@Singleton
public final class Upstreams {

  private static final String PREFIX = "tradewind.upstream.";
  /** Longer than any pause between two requests under load, shorter than services keep idle connections. */
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final Map<Service, Upstream> upstreams;

  Upstreams(Vertx vertx, Guards guards, Discovery discovery, Config config) {
    int connections = config.getValue(PREFIX + "connections", Integer.class);
    int streams = config.getValue(PREFIX + "streams", Integer.class);
    int connectMillis = config.getValue(PREFIX + "connect-millis", Integer.class);
    long longest = config.getValue(PREFIX + "longest-answer-bytes", Long.class);
    var calls = client(vertx, connections, connectMillis);
    var streaming = client(vertx, streams, connectMillis);
    Function<Service, Upstream> upstream = service -> {
      var settings = PREFIX + service.label();
      var timeout = Duration.ofMillis(config.getValue(settings + ".timeout-millis", Long.class));
      var guard = guards.guard(service.label(), settings, TooLong.class::isInstance);
      return new Upstream(service, discovery.places(service, settings + ".url"), guard, new Exchange(calls, streaming, longest, timeout));
    };
    upstreams = Arrays.stream(Service.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), upstream));
  }

  public Upstream of(Service service) {
    return upstreams.get(service);
  }

  private static HttpClient client(Vertx vertx, int connections, int connectMillis) {
    var options = new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_1_1).setConnectTimeout(connectMillis)
        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
    return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
  }
}
