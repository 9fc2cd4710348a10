package dev.tradewind.cloudmap.aws;

import static org.awaitility.Awaitility.await;

import dev.tradewind.cloudmap.Discovery;
import dev.tradewind.cloudmap.DiscoveryObserver;
import dev.tradewind.cloudmap.DiscoverySettings;
import dev.tradewind.cloudmap.Instance;
import dev.tradewind.cloudmap.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A caller that looks for a service all the time, in a hurry. */
final class Finder implements DiscoveryObserver {

  static final Duration SILENT_AFTER = Duration.ofSeconds(4);

  private static final DiscoverySettings SETTINGS = new DiscoverySettings(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(30),
      Duration.ofSeconds(2), SILENT_AFTER, Duration.ofSeconds(10), Optional.empty(), 1);

  final List<Throwable> failures = new CopyOnWriteArrayList<>();
  final Discovery discovery;

  /** Patient with Cloud Map, because a machine that is busy building is slower than AWS. */
  Finder(CloudMap cloudMap, ServiceName service) {
    this(cloudMap, service, SETTINGS.timeout());
  }

  Finder(CloudMap cloudMap, ServiceName service, Duration timeout) {
    var settings = new DiscoverySettings(SETTINGS.refreshPeriod(), SETTINGS.longestAge(), timeout, SETTINGS.believeEmptyAfter(), SILENT_AFTER,
        SETTINGS.avoidFor(), SETTINGS.zone(), SETTINGS.enoughInZone());
    discovery = new Discovery(new CloudMapDirectory(cloudMap.client), service, settings, this);
  }

  Set<String> found() {
    return discovery.instances().await().atMost(CloudMap.PATIENCE).stream().map(Instance::id).collect(Collectors.toSet());
  }

  void awaitFound(String... ids) {
    await().atMost(CloudMap.PATIENCE).until(this::found, Set.of(ids)::equals);
  }

  @Override
  public void failed(ServiceName service, Throwable failure) {
    failures.add(failure);
  }
}
