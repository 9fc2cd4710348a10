package dev.tradewind.chaos.proxy;

import dev.tradewind.chaos.proxy.Writes.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets no key be written faster than so many units a second, with a second's worth in reserve, as
 * <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">a partition of DynamoDB</a>
 * does. A key that rests longer than its bucket needs to fill is forgotten. One thread writes.
 */
final class HotKeys {

  private static final double NANOS = 1e9;
  private static final int REMEMBERED = 10_000;

  private final double perSecond;
  private final LongSupplier nanoTime;
  private final LinkedHashMap<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);
  private volatile double leastLeft;

  /** @param nanoTime a clock as {@link System#nanoTime()} */
  HotKeys(double perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.leastLeft = perSecond;
  }

  private record Bucket(double units, long at) {}

  /** Takes the units of all these writes, or of none: tells for each whether it is the one that must wait. */
  List<Boolean> tooFast(List<Write> writes) {
    long now = nanoTime.getAsLong();
    Map<String, Double> left = new HashMap<>();
    List<Boolean> tooFast = new ArrayList<>();
    for (Write write : writes) {
      double before = left.containsKey(write.key()) ? left.get(write.key()) : level(write.key(), now);
      left.put(write.key(), before - write.units());
      tooFast.add(before < write.units());
    }
    if (!tooFast.contains(true)) {
      left.forEach((key, units) -> {
        buckets.put(key, new Bucket(units, now));
        leastLeft = Math.min(leastLeft, units);
      });
      if (buckets.size() > REMEMBERED) {
        buckets.pollFirstEntry();
      }
    }
    return tooFast;
  }

  /** The least that was ever left in the reserve of a key, in units: how near any of them came to the bound. Read by any thread. */
  double leastLeft() {
    return leastLeft;
  }

  private double level(String key, long now) {
    Bucket bucket = buckets.get(key);
    return bucket == null ? perSecond : Math.min(perSecond, bucket.units() + (now - bucket.at()) / NANOS * perSecond);
  }
}
