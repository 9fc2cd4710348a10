package dev.tradewind.launcher.orders;

import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Places planned orders and follows each to its end, each in a virtual thread of its own. */
final class OrderRunner {

  // The money path is over; what is left takes as long as the carrier does, and need not hold up the next order.
  private static final Set<String> PAID = Set.of("CONFIRMED", "DISPATCHED");
  // Nothing happens any more until somebody decides.
  private static final Set<String> WAITING_FOR_A_PERSON = Set.of("NEEDS_ATTENTION", "IN_REVIEW");
  // All followers together look at most this often, however many there are: for each look the gateway asks three services.
  private static final Duration BETWEEN_LOOKS_OF_ALL = Duration.ofMillis(15);

  // When the time is over, an order still deserves to be seen as it is.
  private static final Duration LAST_LOOK = Duration.ofSeconds(10);

  private final OrdersApi api;
  private final Run run;
  private final Tally tally;
  private final Semaphore places;
  private final AtomicInteger followers = new AtomicInteger();

  OrderRunner(OrdersApi api, Run run, Tally tally) {
    this.api = api;
    this.run = run;
    this.tally = tally;
    this.places = new Semaphore(run.concurrency());
  }

  /** Returns when every order has ended or was given up, with the results in the order of the plans. */
  List<OrderResult> run(List<PlannedOrder> plans) throws InterruptedException {
    List<Future<OrderResult>> results = new ArrayList<>();
    Instant start = Instant.now();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (PlannedOrder plan : plans) {
        awaitTurn(start, results.size());
        places.acquire();
        results.add(threads.submit(() -> finish(plan)));
      }
      List<OrderResult> finished = new ArrayList<>();
      for (Future<OrderResult> result : results) {
        finished.add(result.get());
      }
      return finished;
    } catch (ExecutionException bug) {
      throw new IllegalStateException("An order could not be followed: " + bug.getCause().getMessage(), bug.getCause());
    }
  }

  private void awaitTurn(Instant start, int index) throws InterruptedException {
    if (run.perSecond().isPresent()) {
      Instant turn = start.plusNanos((long) (index * 1e9 / run.perSecond().get()));
      Thread.sleep(Duration.between(Instant.now(), turn).isPositive() ? Duration.between(Instant.now(), turn) : Duration.ZERO);
    }
  }

  private OrderResult finish(PlannedOrder plan) throws InterruptedException {
    Place place = new Place();
    try {
      OrderResult result = placeAndFollow(plan, place);
      tally.finished(result);
      return result;
    } finally {
      place.free();
    }
  }

  private OrderResult placeAndFollow(PlannedOrder plan, Place place) throws InterruptedException {
    Instant deadline = Instant.now().plus(run.timeout());
    String orderId;
    try {
      Instant sent = Instant.now();
      orderId = api.place(plan, deadline);
      tally.accepted(Duration.between(sent, Instant.now()));
    } catch (OrdersApi.RefusedException | PatientHttp.NoAnswerException why) {
      return new OrderResult.NotAccepted(plan, why.getMessage());
    }
    followers.incrementAndGet();
    try {
      return follow(plan, orderId, deadline, place);
    } catch (OrdersApi.RefusedException | PatientHttp.NoAnswerException why) {
      return new OrderResult.Unfinished(plan, orderId, why.getMessage());
    } finally {
      followers.decrementAndGet();
    }
  }

  private OrderResult follow(PlannedOrder plan, String orderId, Instant deadline, Place place) throws InterruptedException {
    if (plan.cancelAfter().isPresent()) {
      Thread.sleep(plan.cancelAfter().get());
      api.cancel(orderId, plan.key() + "-cancel", deadline);
    }
    for (int look = 1; ; look++) {
      Thread.sleep(shorter(pause(look), Duration.between(Instant.now(), deadline)));
      OrdersApi.View view = api.view(orderId, deadline.plus(LAST_LOOK));
      Optional<End> end = Run.end(view.state());
      if (end.isPresent()) {
        return new OrderResult.Ended(plan, orderId, end.get(), view.reason(), view.total(), view.age());
      }
      if (WAITING_FOR_A_PERSON.contains(view.state()) || Instant.now().isAfter(deadline)) {
        return new OrderResult.Unfinished(plan, orderId, view.state() + (view.reason().isEmpty() ? "" : ", " + view.reason()));
      }
      if (PAID.contains(view.state())) {
        place.free();
      }
    }
  }

  private static Duration shorter(Duration pause, Duration left) {
    return left.isPositive() && left.compareTo(pause) < 0 ? left : pause;
  }

  private Duration pause(int look) {
    Duration own = Pacing.LOOKS.before(look);
    Duration shared = BETWEEN_LOOKS_OF_ALL.multipliedBy(followers.get());
    return own.compareTo(shared) > 0 ? own : shared;
  }

  /** One of the places on the money path; given back once. */
  private final class Place {
    private boolean taken = true;

    void free() {
      if (taken) {
        taken = false;
        places.release();
      }
    }
  }
}
