package dev.tradewind.gateway.cache;

import static dev.tradewind.gateway.cache.Freshness.Standing.FRESH;
import static dev.tradewind.gateway.cache.Freshness.Standing.GONE;
import static dev.tradewind.gateway.cache.Freshness.Standing.OLD;
import static dev.tradewind.gateway.cache.Freshness.Standing.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradewind.gateway.cache.Freshness.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Entry TEA = Entry.of(Catalog.product("TEA-1", 1), NOON);
  private static final Optional<Instant> TOLD = Optional.of(NOON.minusSeconds(5));
  private static final Optional<Instant> NOT_TOLD = Optional.empty();

  private final Freshness freshness = new Freshness(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(600));

  @Test
  void whileChangesAreToldAProductIsToldForLong() {
    assertThat(after("PT14.999S", TOLD)).isEqualTo(FRESH);
    assertThat(after("PT15S", TOLD)).isEqualTo(STALE);
    assertThat(after("PT29.999S", TOLD)).isEqualTo(STALE);
    assertThat(after("PT30S", TOLD)).isEqualTo(OLD);
    assertThat(after("PT599S", TOLD)).isEqualTo(OLD);
    assertThat(after("PT600S", TOLD)).isEqualTo(GONE);
  }

  @Test
  void whileTheyAreNotItIsToldForASecond() {
    assertThat(after("PT0.499S", NOT_TOLD)).isEqualTo(FRESH);
    assertThat(after("PT0.5S", NOT_TOLD)).isEqualTo(STALE);
    assertThat(after("PT0.999S", NOT_TOLD)).isEqualTo(STALE);
    assertThat(after("PT1S", NOT_TOLD)).isEqualTo(OLD);
    assertThat(after("PT600S", NOT_TOLD)).isEqualTo(GONE);
  }

  @Test
  void whatIsFromBeforeAGapInTheTellingIsTrustedNoMore() {
    assertThat(after("PT10S", Optional.of(NOON.plusSeconds(3)))).isEqualTo(OLD);
    assertThat(after("PT10S", Optional.of(NOON))).isEqualTo(FRESH);
  }

  @Test
  void thatThereIsNoneIsToldShortlyAndNeverOld() {
    var none = Entry.none(NOON);
    assertThat(freshness.of(none, NOON.plusMillis(1_999), TOLD)).isEqualTo(FRESH);
    assertThat(freshness.of(none, NOON.plusMillis(2_000), TOLD)).isEqualTo(GONE);
  }

  @Test
  void timesThatContradictEachOtherAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Freshness(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ZERO, Duration.ofSeconds(1)))
        .withMessage("fresh-millis must be at least fresh-alone-millis (20), but is 10");
  }

  private Standing after(String age, Optional<Instant> toldSince) {
    return freshness.of(TEA, NOON.plus(Duration.parse(age)), toldSince);
  }
}
