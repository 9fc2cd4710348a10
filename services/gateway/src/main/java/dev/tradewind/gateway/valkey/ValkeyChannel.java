package dev.tradewind.gateway.valkey;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A channel on which every replica hears what one of them says, as long as Valkey is there: what is said meanwhile is lost. */
public final class ValkeyChannel {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Valkey valkey;
  private final ReactiveRedisDataSource redis;
  private final String name;
  private final InstantSource clock;
  private final AtomicReference<Optional<Instant>> listeningSince = new AtomicReference<>(Optional.empty());

  ValkeyChannel(Valkey valkey, ReactiveRedisDataSource redis, String name, InstantSource clock) {
    this.valkey = valkey;
    this.redis = redis;
    this.name = name;
    this.clock = clock;
  }

  /** Listens from now on, again and again when the connection breaks; not at all without a Valkey. */
  public void listen(Consumer<String> heard) {
    if (valkey.isConfigured()) {
      subscribe(heard);
    }
  }

  /** Since when nothing can have been missed: neither has the connection broken, nor was Valkey away for this replica. */
  public Optional<Instant> heardSince() {
    return valkey.hereSince().flatMap(here -> listeningSince.get().map(since -> since.isAfter(here) ? since : here));
  }

  /** The end of a connection and its failure may both be told, and before the subscription is confirmed: it ends once. */
  private void subscribe(Consumer<String> heard) {
    var ended = new AtomicBoolean();
    Runnable end = () -> {
      if (ended.compareAndSet(false, true)) {
        listeningSince.set(Optional.empty());
        again(heard);
      }
    };
    redis.pubsub(String.class).subscribe(name, heard, end, failure -> end.run()).subscribe().with(
        subscriber -> listeningSince.set(ended.get() ? Optional.empty() : Optional.of(clock.instant())),
        failure -> end.run());
  }

  private void again(Consumer<String> heard) {
    Infrastructure.getDefaultWorkerPool().schedule(() -> subscribe(heard), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
