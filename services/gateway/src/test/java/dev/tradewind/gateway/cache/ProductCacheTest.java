package dev.tradewind.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradewind.gateway.valkey.TestValkey;
import dev.tradewind.quarkus.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One replica alone, without Valkey, by a clock of the test's own. */
class ProductCacheTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final Catalog catalog = new Catalog();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ProductCache cache = cache();

  private ProductCache cache() {
    var nothing = TestValkey.none(meters, () -> now);
    var shared = new SharedProducts(nothing, new JsonMapper(), new CacheSettings());
    return new ProductCache(catalog, shared, new ChangeBroadcast(nothing, shared), new CacheSettings(), new CacheMeters(meters), () -> now);
  }

  @Test
  void whatIsKnownIsNotAskedForAgain() {
    catalog.has("TEA-1", 1);
    assertThat(version("TEA-1")).isEqualTo(1);
    assertThat(version("TEA-1")).isEqualTo(1);
    assertThat(catalog.asked()).containsExactly(Set.of("TEA-1"));
    assertThat(reads("hit")).isEqualTo(1);
    assertThat(reads("miss")).isEqualTo(1);
  }

  @Test
  void aThousandWhoWantTheSameAreOneCall() throws Exception {
    catalog.has("TEA-1", 1);
    catalog.isSlow();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = IntStream.range(0, 1_000).mapToObj(i -> threads.submit(() -> cache.product("TEA-1").subscribeAsCompletionStage())).toList();
      for (var each : waiting) {
        assertThat(each.get()).isNotDone();
      }
      catalog.answersAll();
      for (var each : waiting) {
        assertThat(each.get().get().version()).isEqualTo(1);
      }
    }
    assertThat(catalog.asked()).hasSize(1);
  }

  @Test
  void whoeverWantsMoreWaitsForWhatIsUnderWayAndAsksForTheRest() {
    catalog.has("TEA-1", 1);
    catalog.has("TEA-2", 1);
    catalog.isSlow();
    var first = waiting(cache.products(Set.of("TEA-1")));
    var second = waiting(cache.products(Set.of("TEA-1", "TEA-2", "TEA-3")));
    assertThat(catalog.asked()).containsExactly(Set.of("TEA-1"), Set.of("TEA-2", "TEA-3"));
    catalog.answersAll();
    assertThat(first.awaitItem().getItem()).containsOnlyKeys("TEA-1");
    assertThat(second.awaitItem().getItem()).containsOnlyKeys("TEA-1", "TEA-2");
  }

  @Test
  void whoGivesUpDoesNotStopTheLoadForOthers() {
    catalog.has("TEA-1", 1);
    catalog.isSlow();
    var impatient = waiting(cache.product("TEA-1"));
    var patient = waiting(cache.product("TEA-1"));
    impatient.cancel();
    catalog.answersAll();
    assertThat(patient.awaitItem().getItem().version()).isEqualTo(1);
    assertThat(catalog.asked()).hasSize(1);
  }

  @Test
  void noCallAsksForMoreThanTheCatalogAnswers() {
    var skus = IntStream.range(0, 120).mapToObj(i -> "TEA-" + i).collect(Collectors.toSet());
    skus.forEach(sku -> catalog.has(sku, 1));
    assertThat(cache.products(skus).await().atMost(PATIENCE)).hasSize(120);
    assertThat(catalog.asked()).extracting(Set::size).containsExactlyInAnyOrder(50, 50, 20);
  }

  @Test
  void whatIsSoonOldIsToldAtOnceAndAskedForMeanwhile() {
    catalog.has("TEA-1", 1);
    version("TEA-1");
    catalog.has("TEA-1", 2);
    pass("PT0.5S");
    catalog.isSlow();
    assertThat(version("TEA-1")).isEqualTo(1);
    assertThat(version("TEA-1")).isEqualTo(1);
    assertThat(catalog.asked()).as("asked once more, however many were told the old one").hasSize(2);
    catalog.answersAll();
    assertThat(version("TEA-1")).isEqualTo(2);
    assertThat(reads("stale")).isEqualTo(2);
  }

  @Test
  void whatIsOldIsNotToldHoweverSeldomItIsAskedFor() {
    catalog.has("TEA-1", 1);
    version("TEA-1");
    catalog.has("TEA-1", 2);
    pass("PT1S");
    assertThat(version("TEA-1")).isEqualTo(2);
  }

  @Test
  void whenOneCannotBeToldNoneIs() {
    catalog.has("TEA-1", 1);
    version("TEA-1");
    catalog.isAway(true);
    assertThat(version("TEA-1")).isEqualTo(1);
    assertThatThrownBy(() -> cache.products(Set.of("TEA-1", "TEA-2")).await().atMost(PATIENCE)).hasMessage("the catalog is away");
  }

  @Test
  void whileTheCatalogIsAwayWhatIsKnownIsToldUntilItIsTooOld() {
    catalog.has("TEA-1", 1);
    version("TEA-1");
    catalog.isAway(true);
    pass("PT599S");
    assertThat(version("TEA-1")).isEqualTo(1);
    pass("PT1S");
    assertThatThrownBy(() -> version("TEA-1")).hasMessage("the catalog is away");
    assertThatThrownBy(() -> cache.products(Set.of("TEA-1", "TEA-2")).await().atMost(PATIENCE)).hasMessage("the catalog is away");
    catalog.isAway(false);
    assertThat(version("TEA-1")).isEqualTo(1);
  }

  @Test
  void thatThereIsNoneIsRememberedShortly() {
    assertThatThrownBy(() -> version("TEA-9")).isInstanceOf(Problem.class).extracting(e -> ((Problem) e).code()).isEqualTo("product-not-found");
    assertThatThrownBy(() -> version("TEA-9")).isInstanceOf(Problem.class);
    assertThat(catalog.asked()).hasSize(1);
    catalog.has("TEA-9", 1);
    pass("PT1S");
    assertThat(version("TEA-9")).isEqualTo(1);
  }

  @Test
  void aChangeTakesThePlaceOfWhatIsKnownAlsoThatThereIsNone() {
    catalog.has("TEA-1", 1);
    version("TEA-1");
    assertThat(cache.products(Set.of("TEA-9")).await().atMost(PATIENCE)).isEmpty();
    cache.changed(Catalog.product("TEA-1", 2)).await().atMost(PATIENCE);
    cache.changed(Catalog.product("TEA-9", 1)).await().atMost(PATIENCE);
    assertThat(version("TEA-1")).isEqualTo(2);
    assertThat(version("TEA-9")).isEqualTo(1);
    assertThat(catalog.asked()).hasSize(2);
  }

  @Test
  void anOlderChangeChangesNothing() {
    catalog.has("TEA-1", 3);
    version("TEA-1");
    cache.changed(Catalog.product("TEA-1", 2)).await().atMost(PATIENCE);
    assertThat(version("TEA-1")).isEqualTo(3);
  }

  @Test
  void aLoadThatIsSlowerThanAChangeDoesNotUndoIt() {
    catalog.has("TEA-1", 1);
    catalog.isSlow();
    var early = waiting(cache.product("TEA-1"));
    catalog.has("TEA-1", 2);
    cache.changed(Catalog.product("TEA-1", 2)).await().atMost(PATIENCE);
    catalog.answersAll();
    assertThat(early.awaitItem().getItem().version()).as("whoever asked before may be told what was").isEqualTo(1);
    assertThat(version("TEA-1")).isEqualTo(2);
  }

  @Test
  void aRefreshThatIsSlowerThanAChangeDoesNotUndoIt() {
    catalog.has("TEA-1", 1);
    version("TEA-1");
    pass("PT0.5S");
    catalog.isSlow();
    version("TEA-1");
    catalog.has("TEA-1", 2);
    cache.changed(Catalog.product("TEA-1", 2)).await().atMost(PATIENCE);
    catalog.answersAll();
    assertThat(version("TEA-1")).isEqualTo(2);
  }

  @Test
  void aChangeOfWhatNobodyAskedForIsNotKept() {
    cache.changed(Catalog.product("TEA-1", 1)).await().atMost(PATIENCE);
    catalog.has("TEA-1", 1);
    version("TEA-1");
    assertThat(catalog.asked()).hasSize(1);
  }

  @Test
  void whatIsInvalidatedIsAskedForAgain() {
    catalog.has("TEA-1", 1);
    version("TEA-1");
    catalog.has("TEA-1", 2);
    cache.invalidate("TEA-1");
    assertThat(version("TEA-1")).isEqualTo(2);
  }

  @Test
  void whatIsLoadedWhileItIsInvalidatedIsNotKept() {
    catalog.has("TEA-1", 1);
    catalog.isSlow();
    waiting(cache.product("TEA-1"));
    catalog.has("TEA-1", 2);
    cache.invalidate("TEA-1");
    catalog.answersAll();
    assertThat(version("TEA-1")).isEqualTo(2);
  }

  @Test
  void anOutdatedLoadDoesNotEndTheOneThatTookItsPlace() {
    catalog.has("TEA-1", 1);
    catalog.isSlow();
    waiting(cache.product("TEA-1"));
    catalog.has("TEA-1", 2);
    cache.invalidate("TEA-1");
    var second = waiting(cache.product("TEA-1"));
    catalog.answersFirst();
    var third = waiting(cache.product("TEA-1"));
    assertThat(catalog.asked()).hasSize(2);
    catalog.answersAll();
    assertThat(second.awaitItem().getItem().version()).isEqualTo(2);
    assertThat(third.awaitItem().getItem().version()).isEqualTo(2);
  }

  @Test
  void askingForNothingAsksNobody() {
    assertThat(cache.products(Set.of()).await().atMost(PATIENCE)).isEqualTo(Map.of());
    assertThat(catalog.asked()).isEqualTo(List.of());
  }

  private long version(String sku) {
    return cache.product(sku).await().atMost(PATIENCE).version();
  }

  private double reads(String result) {
    return meters.get("tradewind.gateway.cache.reads").tag("result", result).counter().count();
  }

  private void pass(String time) {
    now = now.plus(Duration.parse(time));
  }

  private static <T> UniAssertSubscriber<T> waiting(Uni<T> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
