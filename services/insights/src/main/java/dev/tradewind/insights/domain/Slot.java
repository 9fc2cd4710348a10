package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one figure is of: a product, in a region, paid in a currency, in one step of time.
 *
 * @param start where the step begins
 */
public record Slot(Grain grain, Instant start, String sku, String region, String currency) {

  /** Over how many partitions a period is spread: a partition takes 1,000 units of writing a second. */
  private static final int SLICES = 4;

  public Slot {
    Check.notNull(grain, "grain");
    Check.that(start.equals(grain.start(start)), "start begins a step, but is %s", start);
    Names.sku(sku);
    Names.region(region);
  }

  /** Where its figure is kept, for ever: all of a product in a period are in one partition. */
  public String partition() {
    return partition(grain, start, slice(sku));
  }

  /** The partitions that hold a period. */
  static List<String> partitions(Grain grain, Instant inPeriod) {
    return IntStream.range(0, SLICES).mapToObj(slice -> partition(grain, inPeriod, slice)).toList();
  }

  /** The one that holds a product's. */
  static String partition(Grain grain, Instant inPeriod, String sku) {
    return partition(grain, inPeriod, slice(sku));
  }

  private static String partition(Grain grain, Instant inPeriod, int slice) {
    return grain.label() + "/" + grain.period(inPeriod) + "/" + slice;
  }

  private static int slice(String sku) {
    return Math.floorMod(sku.hashCode(), SLICES);
  }

  /** Where it stands among those of its grain: by time first. */
  public Position position() {
    return new Position(start + "/" + sku + "/" + region + "/" + currency);
  }
}
