package dev.tradewind.localcloud.sqs;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.PoisonPill;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.jdk.javaapi.FutureConverters;
import scala.jdk.javaapi.OptionConverters;
import scala.util.Either;

/** ElasticMQ in this process: its queues as actors, and its HTTP protocol on a loopback port of its own. */
final class ElasticMq implements AutoCloseable {

  private static final Logger LOG = LogManager.getLogger(ElasticMq.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(2);

  /** ElasticMQ's word for "queue URLs start with whatever address the caller used". */
  private static final NodeAddress CALLERS_ADDRESS = new NodeAddress("http", "*", 0, "");

  private final ActorSystem actors;
  private final ActorRef queueManager;
  private final int port;
  private final Optional<Storage> storage;
  private final LongPolls polls = new LongPolls(this::find);

  private record Storage(QueueDatabase database, ActorRef writer) {}

  private ElasticMq(ActorSystem actors, ActorRef queueManager, int port, Optional<Storage> storage) {
    this.actors = actors;
    this.queueManager = queueManager;
    this.port = port;
    this.storage = storage;
  }

  static ElasticMq start(Optional<Path> data) throws IOException {
    var database = data.isEmpty() ? Optional.<QueueDatabase>empty() : Optional.of(QueueDatabase.open(data.get()));
    var actors = ActorSystem.create("sqs", ConfigFactory.parseResources("elasticmq.conf").withFallback(ConfigFactory.load()));
    try {
      var storage = database.map(queues -> new Storage(queues, actors.actorOf(queues.actor())));
      var listener = Option.apply(storage.map(Storage::writer).orElse(null));
      var queueManager = actors.actorOf(
          Props.create(QueueManagerActor.class, new NowProvider(), StrictSQSLimits$.MODULE$, listener));
      if (storage.isPresent()) {
        restore(storage.get().writer(), queueManager);
      }
      return new ElasticMq(actors, queueManager, serve(actors, queueManager, listener), storage);
    } catch (IOException | RuntimeException e) {
      actors.terminate();
      throw e;
    }
  }

  CompletionStage<Optional<ElasticQueue>> find(String queue) {
    return Patterns.ask(queueManager, new LookupQueue(queue), PATIENCE).thenApply(found ->
        OptionConverters.toJava((Option<?>) found).map(actor -> new ElasticQueue(queue, (ActorRef) actor, polls)));
  }

  /** The loopback port of ElasticMQ's own HTTP server. */
  int port() {
    return port;
  }

  /** What was done stays done: the queues finish first, then whoever writes down what they did. */
  @Override
  public void close() {
    polls.close();
    storage.ifPresent(kept -> {
      finish(Patterns.gracefulStop(queueManager, STOP, PoisonPill.getInstance()));
      finish(Patterns.gracefulStop(kept.writer(), STOP, PoisonPill.getInstance()));
    });
    actors.terminate();
    finish(actors.getWhenTerminated());
    storage.ifPresent(kept -> kept.database().close());
  }

  private static void finish(CompletionStage<?> stop) {
    try {
      stop.toCompletableFuture().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("sqs.stop.incomplete", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void restore(ActorRef persistence, ActorRef queueManager) throws IOException {
    try {
      var outcome = Patterns.ask(persistence, new QueueEvent.Restore(queueManager), PATIENCE).toCompletableFuture().join();
      if (outcome instanceof Either<?, ?> either && either.isLeft()) {
        throw new IOException("The queues could not be restored: " + either);
      }
    } catch (CompletionException e) {
      throw new IOException("The queues could not be restored: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private static int serve(ActorSystem actors, ActorRef queueManager, Option<ActorRef> listener) throws IOException {
    var server = new TheSQSRestServerBuilder(
        Option.apply(actors), Option.apply(queueManager), "127.0.0.1", 0, CALLERS_ADDRESS, false,
        StrictSQSLimits$.MODULE$, "us-east-1", "000000000000", listener, AutoCreateQueuesConfig.disabled()).start();
    try {
      return FutureConverters.asJava(server.startFuture()).toCompletableFuture().join().localAddress().getPort();
    } catch (CompletionException e) {
      throw new IOException("ElasticMQ could not bind a loopback port: " + e.getCause().getMessage(), e.getCause());
    }
  }
}
