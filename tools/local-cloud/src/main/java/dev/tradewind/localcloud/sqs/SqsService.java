package dev.tradewind.localcloud.sqs;

import dev.tradewind.localcloud.CloudService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** SQS: ElasticMQ. The frequent calls go to its queues directly, the others to its own HTTP server over loopback. */
public final class SqsService implements CloudService {

  private static final Logger LOG = LogManager.getLogger(SqsService.class);

  private static final Set<String> ACTIONS = Set.of(
      "AddPermission", "CancelMessageMoveTask", "ChangeMessageVisibility", "ChangeMessageVisibilityBatch", "CreateQueue",
      "DeleteMessage", "DeleteMessageBatch", "DeleteQueue", "GetQueueAttributes", "GetQueueUrl", "ListDeadLetterSourceQueues",
      "ListMessageMoveTasks", "ListQueueTags", "ListQueues", "PurgeQueue", "ReceiveMessage", "RemovePermission", "SendMessage",
      "SendMessageBatch", "SetQueueAttributes", "StartMessageMoveTask", "TagQueue", "UntagQueue");

  private final ElasticMq elasticMq;
  private final Forwarder forwarder;
  private final QueueCalls frequent;

  private SqsService(ElasticMq elasticMq, Forwarder forwarder) {
    this.elasticMq = elasticMq;
    this.forwarder = forwarder;
    this.frequent = new QueueCalls(elasticMq, forwarder);
  }

  /** @param data the directory that keeps queues and messages; empty keeps them in memory */
  public static SqsService start(Optional<Path> data) throws IOException {
    var elasticMq = ElasticMq.start(data);
    try {
      return new SqsService(elasticMq, Forwarder.to(elasticMq.port()));
    } catch (IOException e) {
      elasticMq.close();
      throw e;
    }
  }

  /** The way into the queues for other services of this process. */
  public Queues queues() {
    return (queue, messages) -> elasticMq.find(queue).thenCompose(found -> found
        .map(target -> sendAll(target, messages))
        .orElse(CompletableFuture.completedFuture(false)));
  }

  private static CompletableFuture<Boolean> sendAll(ElasticQueue queue, List<QueueMessage> messages) {
    return CompletableFuture.allOf(messages.stream()
        .map(message -> queue.send(message, Optional.empty()).toCompletableFuture())
        .toArray(CompletableFuture[]::new)).thenApply(all -> true);
  }

  @Override
  public String name() {
    return "sqs";
  }

  @Override
  public Set<String> targetPrefixes() {
    return Set.of("AmazonSQS.");
  }

  @Override
  public Set<String> actions() {
    return ACTIONS;
  }

  @Override
  public boolean healthy() {
    try {
      elasticMq.find("health").toCompletableFuture().orTimeout(2, TimeUnit.SECONDS).join();
      return true;
    } catch (CompletionException e) {
      LOG.warn("sqs.unhealthy", e);
      return false;
    }
  }

  @Override
  public void handle(Request request, Response response, Callback callback) {
    var call = frequent.find(request);
    if (call.isPresent()) {
      frequent.perform(call.get(), request, response, callback);
    } else {
      forwarder.forward(request, response, callback);
    }
  }

  @Override
  public void close() {
    forwarder.close();
    elasticMq.close();
  }
}
