package dev.tradewind.cloudmap;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What becomes of an answer: without the dead, without what cannot be understood, and not empty without good reason. One look at a time. */
final class Answers {

  private static final Logger LOG = Logger.getLogger("tradewind.cloud-map");

  private final ServiceName service;
  private final DiscoveryObserver observer;
  private final Heartbeats heartbeats;
  private final Doubt doubt;
  private final Told unreadable = new Told();
  private final Told silent = new Told();

  Answers(ServiceName service, DiscoverySettings settings, InstantSource clock, DiscoveryObserver observer) {
    this.service = service;
    this.observer = observer;
    this.heartbeats = new Heartbeats(settings.silentAfter(), clock);
    this.doubt = new Doubt(settings.believeEmptyAfter(), clock);
  }

  List<Instance> weigh(List<Entry> entries, List<Instance> known) {
    var alive = heartbeats.alive(entries);
    tellSilent(entries, alive);
    var reading = Reading.of(alive);
    tellUnreadable(reading);
    var instances = doubt.weigh(reading.instances(), known);
    if (reading.instances().isEmpty() && !instances.isEmpty()) {
      observer.doubted(service);
    }
    return instances;
  }

  /** The registry was not heard. */
  void interrupted() {
    doubt.interrupted();
  }

  /** The registry was not asked for a while. */
  void forget() {
    heartbeats.forget();
    doubt.interrupted();
  }

  private void tellSilent(List<Entry> all, List<Entry> alive) {
    var dead = new HashSet<>(ids(all));
    dead.removeAll(ids(alive));
    silent.news(dead).forEach(id -> {
      LOG.infof("instance-silent service=%s instance=%s: not called until it beats again", service, id);
      observer.silent(service, id);
    });
  }

  private void tellUnreadable(Reading reading) {
    unreadable.news(reading.unreadable().keySet()).forEach(id -> {
      var reason = reading.unreadable().get(id);
      LOG.warnf("instance-unreadable service=%s instance=%s reason=%s: not called until it is registered otherwise", service, id, reason);
      observer.unreadable(service, id, reason);
    });
  }

  private static Set<String> ids(List<Entry> entries) {
    return entries.stream().map(Entry::id).collect(Collectors.toSet());
  }
}
