package dev.tradewind.insights.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How finely sales are summed up, in UTC. Figures of so many steps are kept together, in what is called their period. */
public enum Grain {
  /** Kept by the hour. */
  MINUTE(ChronoUnit.MINUTES, ChronoUnit.HOURS, "2026-01-01T00".length(), Duration.ofDays(1)),
  /** Kept by the day. */
  HOUR(ChronoUnit.HOURS, ChronoUnit.DAYS, "2026-01-01".length(), Duration.ofDays(31)),
  /** Kept by the month. */
  DAY(ChronoUnit.DAYS, ChronoUnit.MONTHS, "2026-01".length(), Duration.ofDays(731));

  private final ChronoUnit step;
  private final ChronoUnit period;
  private final int named;
  private final Duration longest;

  Grain(ChronoUnit step, ChronoUnit period, int named, Duration longest) {
    this.step = step;
    this.period = period;
    this.named = named;
    this.longest = longest;
  }

  /** Its name in requests and keys. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How long a time may be looked at at once. */
  public Duration longest() {
    return longest;
  }

  /** Where the step begins that this time is in. */
  public Instant start(Instant at) {
    return at.truncatedTo(step);
  }

  /** The name of the period that this time is in. */
  String period(Instant at) {
    return at.truncatedTo(step).toString().substring(0, named);
  }

  /** Where the period after this time begins. */
  Instant nextPeriod(Instant at) {
    ZonedDateTime time = at.atZone(ZoneOffset.UTC).truncatedTo(period == ChronoUnit.MONTHS ? ChronoUnit.DAYS : period);
    return (period == ChronoUnit.MONTHS ? time.withDayOfMonth(1) : time).plus(1, period).toInstant();
  }
}
