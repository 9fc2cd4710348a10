package dev.tradewind.localcloud.sqs;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** How other services of this process put messages into queues: in process, so that fan-out costs no HTTP call. */
public interface Queues {

  /**
   * Puts messages into a queue, in order, as if each had been sent alone.
   *
   * @return completes with true when all are in the queue, and with false when there is no such queue
   */
  CompletionStage<Boolean> send(String queue, List<QueueMessage> messages);
}
