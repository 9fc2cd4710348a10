package dev.tradewind.localcloud.sqs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.AfterMillisNextDelivery;
import org.elasticmq.DefaultVisibilityTimeout$;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.ImmediateNextDelivery$;
import org.elasticmq.MessageContent;
import org.elasticmq.MessageData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.NewMessageData;
import org.elasticmq.NextDelivery;
import org.elasticmq.QueueData;
import org.elasticmq.VisibilityTimeout;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.GetQueueData;
import org.elasticmq.msg.ReceiveMessages;
import org.elasticmq.msg.SendMessage;
import org.elasticmq.msg.UpdateVisibilityTimeout;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/** A queue of ElasticMQ: what can be asked of its actor, and who waits for its messages. */
record ElasticQueue(String name, ActorRef actor, LongPolls polls) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** @param delay before it can be received; empty for the queue's own delay */
  CompletionStage<MessageData> send(QueueMessage message, Optional<Duration> delay) {
    NextDelivery delivery = delay.isPresent()
        ? new AfterMillisNextDelivery(delay.get().toMillis())
        : ImmediateNextDelivery$.MODULE$;
    var data = new NewMessageData(
        Option.empty(), new MessageContent(message.body()), Attributes.toElasticMq(message.attributes()), delivery,
        Option.empty(), Option.empty(), 0, Option.empty(), Option.empty(), Option.empty());
    return ask(new SendMessage(data)).thenApply(sent -> {
      polls.wake(name);
      return (MessageData) sent;
    });
  }

  /**
   * Receives what is there, or waits for it.
   *
   * @param wait how long to wait for the first message; empty for the queue's own wait
   * @param visibility how long others do not see what is received; empty for the queue's own
   */
  CompletionStage<List<MessageData>> receive(int most, Optional<Duration> visibility, Optional<Duration> wait) {
    return wait.map(given -> polls.receive(this, most, visibility, given)).orElseGet(() -> ask(new GetQueueData())
        .thenCompose(data -> polls.receive(this, most, visibility, ((QueueData) data).receiveMessageWait())));
  }

  /** Receives what is there. */
  @SuppressWarnings("unchecked")
  CompletionStage<List<MessageData>> receiveNow(int most, Optional<Duration> visibility) {
    return ask(new ReceiveMessages(
        visibility.map(ElasticQueue::visibleAfter).orElse(DefaultVisibilityTimeout$.MODULE$), most,
        Option.apply(Duration.ZERO), Option.empty()))
        .thenApply(messages -> List.copyOf(CollectionConverters.asJava((Seq<MessageData>) messages)));
  }

  /** @return whether the handle was the message's last one */
  CompletionStage<Boolean> delete(String receiptHandle) {
    return ask(new DeleteMessage(new DeliveryReceipt(receiptHandle)))
        .thenApply(outcome -> ((Either<?, ?>) outcome).isRight());
  }

  /** @return whether the handle was the message's last one */
  CompletionStage<Boolean> changeVisibility(String receiptHandle, Duration visibility) {
    return ask(new UpdateVisibilityTimeout(new DeliveryReceipt(receiptHandle), visibleAfter(visibility)))
        .thenApply(outcome -> {
          polls.wake(name);
          return ((Either<?, ?>) outcome).isRight();
        });
  }

  private CompletionStage<Object> ask(Object message) {
    return Patterns.ask(actor, message, PATIENCE);
  }

  private static VisibilityTimeout visibleAfter(Duration visibility) {
    return new MillisVisibilityTimeout(visibility.toMillis());
  }
}
