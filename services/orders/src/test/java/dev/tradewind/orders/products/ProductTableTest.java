package dev.tradewind.orders.products;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The copy keeps the newest version of each product, whatever comes in whatever order. */
@QuarkusTest
class ProductTableTest {

  @Inject
  ProductTable table;

  private final String sku = "T-" + UUID.randomUUID();

  @Test
  void what_is_kept_is_found() {
    var product = new KnownProduct(sku, 2, false, Map.of("EUR", 549L, "GBP", 429L), Map.of("EUR", 499L), Instant.parse("2026-01-01T12:00:00.123Z"));

    assertThat(await(table.keep(product))).isTrue();

    assertThat(await(table.find(List.of(sku, sku + "-unknown")))).isEqualTo(Map.of(sku, product));
  }

  @Test
  void the_newest_version_stays() {
    assertThat(await(table.keep(version(2)))).isTrue();
    assertThat(await(table.keep(version(2)))).as("again").isFalse();
    assertThat(await(table.keep(version(1)))).as("late").isFalse();
    assertThat(await(table.find(List.of(sku)))).containsEntry(sku, version(2));

    assertThat(await(table.keep(version(7)))).isTrue();
    assertThat(await(table.find(List.of(sku)))).containsEntry(sku, version(7));
  }

  @Test
  void as_many_are_found_at_once_as_an_order_has_lines() {
    var skus = IntStream.range(0, 50).mapToObj(i -> sku + "-" + i).toList();
    skus.forEach(each -> await(table.keep(new KnownProduct(each, 1, true, Map.of("EUR", 1L), Map.of(), Instant.EPOCH))));

    assertThat(await(table.find(skus))).containsOnlyKeys(skus);
  }

  private KnownProduct version(long version) {
    return new KnownProduct(sku, version, true, Map.of("EUR", version), Map.of(), Instant.EPOCH);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
