package dev.tradewind.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EntryTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void theLaterVersionWinsWhateverCameLast() {
    var third = Entry.of(Catalog.product("TEA-1", 3), NOON);
    var second = Entry.of(Catalog.product("TEA-1", 2), NOON.plusSeconds(60));
    assertThat(third.newer(second)).isEqualTo(third);
    assertThat(second.newer(third)).isEqualTo(third);
  }

  @Test
  void ofTheSameVersionTheOneThatIsTrueForLonger() {
    var before = Entry.of(Catalog.product("TEA-1", 3), NOON);
    var after = Entry.of(Catalog.product("TEA-1", 3), NOON.plusSeconds(60));
    assertThat(before.newer(after)).isEqualTo(after);
    assertThat(after.newer(before)).isEqualTo(after);
  }

  @Test
  void thatThereIsNoneIsOlderThanAnyProduct() {
    var none = Entry.none(NOON.plusSeconds(60));
    var first = Entry.of(Catalog.product("TEA-1", 1), NOON);
    assertThat(none.newer(first)).isEqualTo(first);
    assertThat(first.newer(none)).isEqualTo(first);
  }
}
