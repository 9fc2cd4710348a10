package dev.tradewind.peer;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Handles each message once, as long as its inbox row lives. */
final class IdempotentConsumer {

  private static final int ATTEMPTS = 10;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

  private final Transactions transactions;
  private final Handler handler;

  IdempotentConsumer(Transactions transactions, Handler handler) {
    this.transactions = transactions;
    this.handler = handler;
  }

  /** @throws IllegalStateException when others were always faster; the message comes again */
  void receive(Message message) throws InterruptedException {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (transactions.write(message.id(), handler.handle(message)) != Transactions.Outcome.STALE) {
        return;
      }
      Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis() + 1));
    }
    throw new IllegalStateException("the state behind message %s changed %d times while it was handled".formatted(message.id(), ATTEMPTS));
  }
}
