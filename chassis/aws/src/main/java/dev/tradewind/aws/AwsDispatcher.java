package dev.tradewind.aws;

import dev.tradewind.core.Check;
import dev.tradewind.core.Command;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Sends commands to the command queue of the service they ask, events to the topic of the service that tells them, and deadlines,
 * delayed, to its own command queue. Messages of concurrent callers share requests.
 *
 * <p>A queue is {@code <prefix><service>-commands}, a topic {@code <prefix><service>}. Queue URLs are looked up on first use, and again after a
 * lookup that failed; topic ARNs follow from region and account, so that a service needs no permission but {@code sns:Publish}.
 */
public final class AwsDispatcher implements Dispatcher {

  /** SQS delays a message by 15 minutes at most; what is due later is sent on its way again when it arrives. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(900);

  /**
   * Where messages go.
   *
   * @param service who sends
   * @param prefix what the names of all queues and topics begin with
   * @param region of the topics, as their ARN has it
   * @param account of the topics, as their ARN has it
   * @param linger how long a message may wait for others to share its request; zero sends at once
   */
  public record Options(String service, String prefix, String region, String account, Duration linger) {

    public Options {
      Check.notBlank(service, "service");
      Check.notNull(prefix, "prefix");
      Check.notBlank(region, "region");
      Check.that(account != null && account.matches("\\d{12}"), "account must be 12 digits, but is %s", account);
      Check.that(!linger.isNegative(), "linger must not be negative, but is %s", linger);
    }

    /** Prefix {@code tradewind-}, region us-east-1, account 000000000000, linger 10 ms. */
    public static Options of(String service) {
      return new Options(service, "tradewind-", "us-east-1", "000000000000", Duration.ofMillis(10));
    }
  }

  private final Options options;
  private final Types types;
  private final JsonCodec codec;
  private final InstantSource clock;
  private final SqsAsyncClient sqs;
  private final Map<String, Lookup<QueueSender>> queues = new ConcurrentHashMap<>();
  private final TopicPublisher topic;

  /**
   * @param types says which service handles a command
   * @param clock what delays are counted from
   */
  public AwsDispatcher(Options options, Types types, JsonCodec codec, InstantSource clock, SqsAsyncClient sqs, SnsAsyncClient sns) {
    this.options = Check.notNull(options, "options");
    this.types = Check.notNull(types, "types");
    this.codec = Check.notNull(codec, "codec");
    this.clock = Check.notNull(clock, "clock");
    this.sqs = Check.notNull(sqs, "sqs");
    var arn = "arn:aws:sns:%s:%s:%s%s".formatted(options.region(), options.account(), options.prefix(), options.service());
    this.topic = new TopicPublisher(Check.notNull(sns, "sns"), arn, options.linger(), Timer.shared(), Backoff.RANDOM);
  }

  @Override
  public Uni<Void> dispatch(List<Message> messages) {
    return messages.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().deferred(() -> Uni.join().all(messages.stream().map(this::dispatch).toList()).andFailFast().replaceWithVoid());
  }

  private Uni<Void> dispatch(Message message) {
    return switch (message.data()) {
      case Event event -> topic.publish(parcel(message));
      case Command command -> queue(asked(command)).flatMap(queue -> queue.send(parcel(message)));
    };
  }

  private String asked(Command command) {
    return command instanceof Deadline ? options.service() : types.typeOf(command).service();
  }

  private Uni<QueueSender> queue(String service) {
    return queues.computeIfAbsent(options.prefix() + service + "-commands", this::lookup).get();
  }

  private Lookup<QueueSender> lookup(String name) {
    return new Lookup<>(Uni.createFrom().completionStage(() -> sqs.getQueueUrl(request -> request.queueName(name)))
        .map(found -> new QueueSender(sqs, found.queueUrl(), options.linger(), Timer.shared(), Backoff.RANDOM)));
  }

  private Parcel parcel(Message message) {
    Payload data = message.data();
    var attributes = Map.of("type", codec.typeOf(data), "correlationid", message.correlationId());
    return new Parcel(codec.write(message), attributes, message.notBefore().map(this::delaySeconds).orElse(0));
  }

  /** Rounded up: a deadline that comes too early would have to be sent again. */
  private int delaySeconds(Instant due) {
    var wait = Duration.between(clock.instant(), due);
    return (int) Math.clamp(wait.plusNanos(999_999_999).toSeconds(), 0, LONGEST_DELAY.toSeconds());
  }
}
