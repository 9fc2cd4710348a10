package dev.tradewind.gateway.cache;

import dev.tradewind.contracts.Money;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A catalog that tests own: it counts what it is asked, can be away, and can be made to wait before it answers. */
final class Catalog implements ProductSource {

  private final Map<String, CachedProduct> products = new ConcurrentHashMap<>();
  private final List<Set<String>> asked = new CopyOnWriteArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean slow;
  private boolean away;

  static CachedProduct product(String sku, long version) {
    return new CachedProduct(sku, "Tea " + version, "", true, List.of(new Money(100 + version, "EUR")), version, Instant.EPOCH);
  }

  synchronized void has(String sku, long version) {
    products.put(sku, product(sku, version));
  }

  synchronized void isAway(boolean now) {
    away = now;
  }

  /** Answers what it knew when it was asked, and only when it is told to. */
  synchronized void isSlow() {
    slow = true;
  }

  /** Answers whoever has waited longest, and goes on being slow. */
  void answersFirst() {
    Runnable first;
    synchronized (this) {
      first = waiting.removeFirst();
    }
    first.run();
  }

  void answersAll() {
    List<Runnable> now;
    synchronized (this) {
      slow = false;
      now = List.copyOf(waiting);
      waiting.clear();
    }
    now.forEach(Runnable::run);
  }

  List<Set<String>> asked() {
    return asked;
  }

  @Override
  public synchronized Uni<Map<String, CachedProduct>> load(Set<String> skus) {
    asked.add(skus);
    if (away) {
      return Uni.createFrom().failure(new IllegalStateException("the catalog is away"));
    }
    var found = new HashMap<String, CachedProduct>();
    skus.stream().filter(products::containsKey).forEach(sku -> found.put(sku, products.get(sku)));
    return slow ? Uni.createFrom().emitter(emitter -> later(emitter, found)) : Uni.createFrom().item(found);
  }

  private synchronized void later(UniEmitter<? super Map<String, CachedProduct>> emitter, Map<String, CachedProduct> found) {
    waiting.add(() -> emitter.complete(found));
  }
}
