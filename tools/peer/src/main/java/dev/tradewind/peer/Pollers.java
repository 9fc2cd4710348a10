package dev.tradewind.peer;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes messages from a queue, up to ten at a time and handled side by side, and deletes those that were handled. The others come again. */
final class Pollers implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Pollers.class.getName());
  private static final int POLLERS = 4;
  private static final int MOST_MESSAGES = 10;
  private static final int POLL_SECONDS = 20;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SqsAsyncClient sqs;
  private final String queueUrl;
  private final IdempotentConsumer consumer;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Thread> threads = new ArrayList<>();

  Pollers(SqsAsyncClient sqs, String queueUrl, IdempotentConsumer consumer) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.consumer = consumer;
  }

  void start() {
    for (int i = 0; i < POLLERS; i++) {
      threads.add(Thread.ofVirtual().name("poller-" + i).start(this::poll));
    }
  }

  private void poll() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        List<Message> messages = sqs.receiveMessage(receive -> receive.queueUrl(queueUrl).maxNumberOfMessages(MOST_MESSAGES)
            .waitTimeSeconds(POLL_SECONDS)).get().messages();
        delete(handled(messages));
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | RuntimeException failure) {
        LOG.log(Level.WARNING, "event=poll-failed queue=" + queueUrl, failure);
        pause();
      }
    }
  }

  private List<Message> handled(List<Message> messages) throws InterruptedException, ExecutionException {
    List<Message> handled = new ArrayList<>();
    List<Future<Boolean>> all = messages.stream().map(message -> handlers.submit(() -> handle(message))).toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).get()) {
        handled.add(messages.get(i));
      }
    }
    return handled;
  }

  private boolean handle(Message message) throws InterruptedException {
    try {
      consumer.receive(dev.tradewind.peer.Message.parse(message.body()));
      return true;
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "event=message-failed queue=%s sqs=%s".formatted(queueUrl, message.messageId()), failure);
      return false;
    }
  }

  private void delete(List<Message> handled) {
    if (!handled.isEmpty()) {
      sqs.deleteMessageBatch(delete -> delete.queueUrl(queueUrl).entries(handled.stream().map(message -> DeleteMessageBatchRequestEntry.builder()
          .id(message.messageId()).receiptHandle(message.receiptHandle()).build()).toList())).join();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    handlers.shutdown();
  }
}
