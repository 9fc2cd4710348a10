package dev.tradewind.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.gateway.valkey.BesideValkey;
import dev.tradewind.gateway.valkey.TestValkey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two replicas with a real server between them. Their clock stands still: only what is told makes anything change. */
@QuarkusTest
@TestProfile(BesideValkey.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedCacheTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  TestValkey server;

  @Inject
  Vertx vertx;

  @Inject
  ObjectMapper json;

  private final String tea = "TEA-" + UUID.randomUUID();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
  private final Catalog catalog = new Catalog();
  private Replica one;
  private Replica other;

  private record Replica(ProductCache cache, ChangeBroadcast broadcast, SharedProducts shared) {

    long version(String sku) {
      return cache.product(sku).await().atMost(PATIENCE).version();
    }
  }

  @BeforeEach
  void both_listen() {
    one = replica();
    other = replica();
    await().atMost(PATIENCE).until(() -> one.broadcast().heardSince().isPresent() && other.broadcast().heardSince().isPresent());
  }

  @AfterEach
  void here_again() {
    await().atMost(PATIENCE).until(() -> hears(one) && hears(other));
  }

  @Test
  void what_one_replica_asked_the_other_need_not() {
    catalog.has(tea, 1);
    assertThat(one.version(tea)).isEqualTo(1);
    await().atMost(PATIENCE).until(() -> isShared(1));
    assertThat(other.version(tea)).isEqualTo(1);
    assertThat(catalog.asked()).hasSize(1);
  }

  @Test
  void a_change_that_one_replica_hears_of_the_other_tells_without_asking() {
    catalog.has(tea, 1);
    one.version(tea);
    other.version(tea);
    int asked = catalog.asked().size();
    one.cache().changed(Catalog.product(tea, 2)).await().atMost(PATIENCE);
    assertThat(one.version(tea)).isEqualTo(2);
    await().atMost(PATIENCE).until(() -> other.version(tea) == 2);
    assertThat(isShared(2)).isTrue();
    assertThat(catalog.asked()).hasSize(asked);
  }

  @Test
  void an_older_change_or_a_slower_load_never_takes_the_place_of_a_newer_version() {
    one.shared().put(tea, Entry.of(Catalog.product(tea, 3), now.get())).await().atMost(PATIENCE);
    one.shared().put(tea, Entry.of(Catalog.product(tea, 2), now.get())).await().atMost(PATIENCE);
    assertThat(isShared(3)).isTrue();
    one.cache().changed(Catalog.product(tea, 2)).await().atMost(PATIENCE);
    assertThat(other.version(tea)).isEqualTo(3);
    one.shared().put(tea, Entry.of(Catalog.product(tea, 10), now.get())).await().atMost(PATIENCE);
    assertThat(isShared(10)).as("versions are numbers, not texts").isTrue();
  }

  @Test
  void a_load_under_way_at_the_other_replica_does_not_undo_a_change() {
    catalog.has(tea, 1);
    catalog.isSlow();
    var early = other.cache().product(tea).subscribeAsCompletionStage();
    await().atMost(PATIENCE).until(() -> catalog.asked().size() == 1);
    catalog.has(tea, 2);
    one.cache().changed(Catalog.product(tea, 2)).await().atMost(PATIENCE);
    catalog.answersAll();
    assertThat(early.join().version()).isBetween(1L, 2L);
    await().atMost(PATIENCE).until(() -> other.version(tea) == 2);
    assertThat(isShared(2)).isTrue();
  }

  @Test
  void without_the_server_a_replica_asks_by_itself_and_trusts_nothing_for_long() {
    catalog.has(tea, 1);
    other.version(tea);
    server.stop();
    try {
      await().atMost(PATIENCE).until(() -> other.broadcast().heardSince().isEmpty());
      catalog.has(tea, 2);
      pass(Duration.ofSeconds(1));
      assertThat(other.version(tea)).isEqualTo(2);
    } finally {
      server.startAgain();
    }
    await().atMost(PATIENCE).until(() -> hears(other));
  }

  @Test
  void what_was_said_while_nobody_listened_is_not_missed_for_longer_than_a_second() {
    catalog.has(tea, 1);
    one.version(tea);
    pass(Duration.ofSeconds(14));
    assertThat(one.version(tea)).isEqualTo(1);
    assertThat(catalog.asked()).as("told, and so fresh for long").hasSize(1);
    server.stop();
    catalog.has(tea, 2);
    await().atMost(PATIENCE).until(() -> one.broadcast().heardSince().isEmpty());
    server.startAgain();
    pass(Duration.ofSeconds(1));
    await().atMost(PATIENCE).until(() -> hears(one));
    await().atMost(PATIENCE).until(() -> one.version(tea) == 2);
  }

  /** It finds out that the server is back by asking it. */
  private boolean hears(Replica replica) {
    replica.shared().get(List.of(tea)).onFailure().recoverWithItem(Map.of()).await().atMost(PATIENCE);
    return replica.broadcast().heardSince().isPresent();
  }

  private boolean isShared(long version) {
    var found = one.shared().get(List.of(tea)).await().atMost(PATIENCE);
    return found.containsKey(tea) && found.get(tea).version() == version;
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private Replica replica() {
    var valkey = server.replica(vertx, new SimpleMeterRegistry(), now::get);
    var shared = new SharedProducts(valkey, json, new CacheSettings());
    var broadcast = new ChangeBroadcast(valkey, shared);
    return new Replica(
        new ProductCache(catalog, shared, broadcast, new CacheSettings(), new CacheMeters(new SimpleMeterRegistry()), now::get), broadcast, shared);
  }
}
