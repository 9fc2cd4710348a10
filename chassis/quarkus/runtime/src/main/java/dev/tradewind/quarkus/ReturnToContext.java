package dev.tradewind.quarkus;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * AWS answers on the SDK's threads. What follows an answer belongs back on the context it was asked from: there are the trace, the
 * order id of the logs, and the event loop.
 */
public final class ReturnToContext {

  private ReturnToContext() {}

  /** The same, continued on the Vert.x context of whoever subscribes, when there is one. */
  public static <T> Uni<T> afterwards(Supplier<Uni<T>> asking) {
    return Uni.createFrom().deferred(() -> {
      Context context = Vertx.currentContext();
      return context == null ? asking.get() : asking.get().emitOn(task -> context.runOnContext(ignored -> task.run()));
    });
  }

  static <E> Journal<E> journal(Journal<E> journal) {
    return new Journal<>() {
      @Override
      public Uni<History<E>> read(StreamId stream) {
        return afterwards(() -> journal.read(stream));
      }

      @Override
      public Uni<Append<E>> append(Commit<E> commit) {
        return afterwards(() -> journal.append(commit));
      }
    };
  }

  static EventLog log(EventLog log) {
    return (service, commit) -> afterwards(() -> log.put(service, commit));
  }

  static Dispatcher dispatcher(Dispatcher dispatcher) {
    return messages -> messages.isEmpty() ? dispatcher.dispatch(messages) : afterwards(() -> dispatcher.dispatch(messages));
  }
}
