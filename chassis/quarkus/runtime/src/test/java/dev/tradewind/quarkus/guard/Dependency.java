package dev.tradewind.quarkus.guard;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A dependency that counts the requests that reach it and answers as it is told to. */
final class Dependency {

  /** How it answers. */
  enum Mode {
    ANSWER,
    REFUSE,
    FAIL,
    HANG,
    /** The client gives up by itself. */
    GIVE_UP
  }

  /** An answer that says no. */
  static final class Refusal extends RuntimeException {
    Refusal() {
      super("never");
    }
  }

  final AtomicInteger requests = new AtomicInteger();
  volatile Mode mode = Mode.ANSWER;

  Uni<String> request() {
    requests.incrementAndGet();
    return switch (mode) {
      case ANSWER -> Uni.createFrom().item("answer");
      case REFUSE -> Uni.createFrom().failure(new Refusal());
      case FAIL -> Uni.createFrom().failure(new IllegalStateException("500"));
      case HANG -> Uni.createFrom().nothing();
      case GIVE_UP -> Uni.createFrom().failure(new TimeoutException("no answer in time"));
    };
  }
}
