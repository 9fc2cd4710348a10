package dev.tradewind.notifications.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/** The resolver of the machine. It blocks, so it has threads of its own: a slow name server holds up nobody but other webhooks. */
@Singleton
final class SystemNames implements Names {

  private static final int THREADS = 8;

  private final WorkerExecutor threads;

  SystemNames(Vertx vertx) {
    this.threads = vertx.createSharedWorkerExecutor("webhook-names", THREADS);
  }

  @Override
  public Uni<List<InetAddress>> resolve(String host) {
    return Uni.createFrom().completionStage(() ->
        threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false).toCompletionStage());
  }
}
