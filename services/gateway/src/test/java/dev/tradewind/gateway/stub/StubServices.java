package dev.tradewind.gateway.stub;

import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Stubs of all services behind the gateway, for all tests; a field of this type is given it. */
public final class StubServices implements QuarkusTestResourceLifecycleManager {

  private final Vertx vertx = Vertx.vertx();
  private final Map<Service, Stub> stubs = new EnumMap<>(Service.class);

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<String, String>();
    Arrays.stream(Service.values()).forEach(service -> {
      var stub = new Stub(vertx);
      stubs.put(service, stub);
      settings.put("tradewind.upstream." + service.label() + ".url", stub.url());
      settings.put("tradewind.upstream." + service.label() + ".timeout-millis", timeout(service));
      settings.put("tradewind.upstream." + service.label() + ".retry.first-pause-millis", "1");
      // Tests of one thing must not be stopped by what a test of another broke.
      settings.put("tradewind.upstream." + service.label() + ".breaker.window-calls", "10000");
      settings.put("tradewind.upstream." + service.label() + ".retry.budget-per-second", "1000");
    });
    settings.put("tradewind.gateway.parts-millis", "3000");
    return settings;
  }

  /** A part is late before its guard gives up; insights may take as long as a test likes. */
  private static String timeout(Service service) {
    return switch (service) {
      case PAYMENTS, SHIPPING, CATALOG -> "10000";
      case INSIGHTS -> "60000";
      case ORDERS, INVENTORY, QUERIES, NOTIFICATIONS -> "1000";
    };
  }

  public Stub of(Service service) {
    return stubs.get(service);
  }

  /** One that the gateway knows nothing of; who asks for it lets it die. */
  public Stub another() {
    return new Stub(vertx);
  }

  /** As they were in the beginning. */
  public void forget() {
    stubs.values().forEach(Stub::forget);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(StubServices.class));
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
