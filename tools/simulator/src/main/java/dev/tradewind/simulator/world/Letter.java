package dev.tradewind.simulator.world;

import dev.tradewind.checker.Sending.Fate;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import java.util.Optional;

/** A message in one queue, however often it was sent there, and what became of its copies. */
final class Letter {

  private final MessageQueue queue;
  private final Message message;
  private Optional<Message> read = Optional.empty();
  private int underWay;
  private int dead;
  private boolean processed;
  private boolean repeated;

  Letter(MessageQueue queue, Message message) {
    this.queue = queue;
    this.message = message;
  }

  MessageQueue queue() {
    return queue;
  }

  Message message() {
    return message;
  }

  /** The message as whoever receives it reads it. All its copies hold the same text, which is written and read once. */
  Message read() {
    if (read.isEmpty()) {
      read = Optional.of(queue.read(message));
    }
    return read.get();
  }

  void sent() {
    underWay++;
  }

  void handled() {
    processed = true;
  }

  void deleted() {
    underWay--;
  }

  /** A copy left the queue without having been handled. */
  void buried() {
    underWay--;
  }

  /** A copy lies in the dead-letter queue. */
  void kept() {
    dead++;
  }

  void redriven() {
    dead--;
    underWay++;
  }

  /** Everything comes again, this too. */
  void repeated() {
    repeated = true;
  }

  boolean isRepeated() {
    return repeated;
  }

  Fate fate() {
    return processed ? Fate.PROCESSED : dead > 0 ? Fate.DEAD : underWay > 0 ? Fate.WAITING : Fate.LOST;
  }

  /** Sent again a message must be the same. Only the deadline of a request may have been armed by an attempt that came to nothing. */
  boolean saysTheSameAs(Message other) {
    return message.equals(other) || message.data() instanceof Deadline && message.data().equals(other.data());
  }
}
