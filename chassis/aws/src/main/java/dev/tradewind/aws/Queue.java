package dev.tradewind.aws;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** What a consumer needs of one queue. */
interface Queue {

  /**
   * Takes messages. Cancelling gives up waiting; what was taken nevertheless comes back.
   *
   * @param most 1 to 10
   * @param wait how long to wait for the first
   */
  Uni<List<Message>> receive(int most, Duration wait);

  Uni<Void> delete(Message message);

  /** Hides the message for so long from now on; zero shows it at once. In whole seconds, rounded up. */
  Uni<Void> hide(Message message, Duration visibility);

  /**
   * Puts a copy into the dead-letter queue.
   *
   * @param reason becomes an attribute: not empty, and printable
   */
  Uni<Void> bury(Message message, String reason);
}
