package dev.tradewind.queries.views;

import dev.tradewind.core.Message;
import io.smallrye.mutiny.Multi;
import java.time.Instant;

/** Where everything that orders ever told is kept. */
@FunctionalInterface
public interface Archive {

  /**
   * Every event of orders that was told before this time, in any order; repeats and later ones do no harm. It waits until the archive holds
   * them all, and fails when it cannot know that it does.
   */
  Multi<Message> toldBefore(Instant time);
}
