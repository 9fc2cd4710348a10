package dev.tradewind.quarkus;

import dev.tradewind.aws.DynamoJournal;
import dev.tradewind.core.CachedJournal;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Edge;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.wire.JsonCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Makes the handler of a service's streams, on the service's own table. */
@ApplicationScoped
public class StreamHandlers {

  private final ChassisConfig config;
  private final DynamoDbAsyncClient dynamo;
  private final JsonCodec codec;
  private final EventLog log;
  private final Dispatcher dispatcher;
  private final InstantSource clock;
  private final Observer observer;

  StreamHandlers(
      ChassisConfig config, DynamoDbAsyncClient dynamo, JsonCodec codec, EventLog log, Dispatcher dispatcher, InstantSource clock,
      Observer observer) {
    this.config = config;
    this.dynamo = dynamo;
    this.codec = codec;
    this.log = log;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.observer = observer;
  }

  /**
   * @param decider what the streams decide
   * @param events what all their events are, such as their sealed interface; each is listed in the service's types
   * @param edge how calls outside are performed
   */
  public <S, C, E> StreamHandler<S, C, E> handler(Decider<S, C, E> decider, Class<E> events, Edge<C> edge) {
    return handler(decider, events, edge, Observer.NONE);
  }

  /** @param listener hears what happens, after logs and metrics did */
  public <S, C, E> StreamHandler<S, C, E> handler(Decider<S, C, E> decider, Class<E> events, Edge<C> edge, Observer listener) {
    var journal = new DynamoJournal<>(dynamo, config.prefix() + config.service(), codec, events);
    var cached = new CachedJournal<>(ReturnToContext.journal(journal), config.journal().rememberedStreams());
    return new StreamHandler<>(config.service(), decider, cached, log, dispatcher, edge, clock, observer.and(listener));
  }
}
