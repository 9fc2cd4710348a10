package dev.tradewind.gateway.cache;

import dev.tradewind.core.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long what is known may be told.
 *
 * @param told while changes are told to this replica
 * @param alone while they are not
 * @param none that there is no such product
 * @param kept when the catalog cannot be asked
 */
record Freshness(Duration told, Duration alone, Duration none, Duration kept) {

  /** What may be done with an entry. */
  enum Standing {
    /** It is told. */
    FRESH,
    /** More than half of its time is over: it is told, and the catalog is asked again meanwhile. */
    STALE,
    /** It is told only when the catalog cannot be asked. */
    OLD,
    /** It is not told any more. */
    GONE
  }

  Freshness {
    Check.that(told.compareTo(alone) >= 0, "fresh-millis must be at least fresh-alone-millis (%d), but is %d", alone.toMillis(), told.toMillis());
    Check.that(!alone.isNegative(), "fresh-alone-millis must be 0 or more, but is %d", alone.toMillis());
    Check.that(!none.isNegative(), "none-millis must be 0 or more, but is %d", none.toMillis());
    Check.that(kept.compareTo(told) >= 0, "kept-seconds must be at least fresh-millis (%d), but is %d", told.toMillis(), kept.toSeconds());
  }

  static Freshness of(CacheConfig config) {
    try {
      return new Freshness(Duration.ofMillis(config.freshMillis()), Duration.ofMillis(config.freshAloneMillis()),
          Duration.ofMillis(config.noneMillis()), Duration.ofSeconds(config.keptSeconds()));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("tradewind.gateway.cache." + wrong.getMessage(), wrong);
    }
  }

  /** @param toldSince since when changes have been told without a gap; nothing when they are not told */
  Standing of(Entry entry, Instant now, Optional<Instant> toldSince) {
    var age = Duration.between(entry.asOf(), now);
    if (entry.product().isEmpty()) {
      return age.compareTo(none) < 0 ? Standing.FRESH : Standing.GONE;
    }
    boolean current = toldSince.filter(since -> !entry.asOf().isBefore(since)).isPresent();
    var time = current ? told : alone;
    if (age.compareTo(time) < 0) {
      return age.compareTo(time.dividedBy(2)) < 0 ? Standing.FRESH : Standing.STALE;
    }
    return age.compareTo(kept) < 0 ? Standing.OLD : Standing.GONE;
  }
}
