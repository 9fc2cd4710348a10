package dev.tradewind.testkit;

import java.util.random.RandomGenerator;

/** Which waiting message comes next, and whether it comes again. Queues promise neither order nor uniqueness. */
public interface DeliveryOrder {

  /** An index below {@code waiting}, which is 1 or more; 0 is the one that waits longest. */
  int next(int waiting);

  /** Whether a message that was handled well is delivered once more, for the given time. */
  boolean again(int deliveries);

  /** As sent, each once. */
  static DeliveryOrder asSent() {
    return new Fixed(1);
  }

  /** As sent, each so many times. */
  static DeliveryOrder asSentTimes(int times) {
    return new Fixed(times);
  }

  /** Any order, each once or, one time in ten, again. The same generator state gives the same order. */
  static DeliveryOrder shuffled(RandomGenerator random) {
    return new Shuffled(random);
  }

  /** As sent, each so many times. */
  record Fixed(int times) implements DeliveryOrder {

    @Override
    public int next(int waiting) {
      return 0;
    }

    @Override
    public boolean again(int deliveries) {
      return deliveries < times;
    }
  }

  /** By chance. */
  record Shuffled(RandomGenerator random) implements DeliveryOrder {

    @Override
    public int next(int waiting) {
      return random.nextInt(waiting);
    }

    @Override
    public boolean again(int deliveries) {
      return deliveries < 5 && random.nextInt(10) == 0;
    }
  }
}
