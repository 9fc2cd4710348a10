package dev.tradewind.simulator.check;

import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.Requester;
import dev.tradewind.simulator.services.OrdersProcess;
import dev.tradewind.simulator.world.Process;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A process of a service that really runs. Everything it does is a matter of what it is fed, so feeding another one the same makes it the same:
 * that is how a process is copied, which is made of continuations and cannot be.
 */
final class Running implements PortsOfRunning.Host {

  /**
   * What a process is fed.
   *
   * @param at when
   * @param begins whether a task is begun; otherwise an effect is answered
   * @param number of the task's handling, or of the effect
   * @param given the task, or what is heard: a failure when it is one
   * @param reads what it read on that occasion, in order
   */
  record Input(Instant at, boolean begins, int number, Object given, List<Read> reads) {}

  /** A question to what is kept, and the answer. */
  record Read(Function<Kept, ?> question, Object answer) {}

  /** A handling that came to its end, well if the failure is null. */
  record Ending(int handling, Throwable failure, Object answer) {}

  /** What came of an input. */
  record Reaction(List<Effect> effects, List<Ending> endings) {}

  private final Setting setting;
  private final Process process;
  private final List<UniEmitter<Object>> callers = new ArrayList<>();
  private final List<Integer> handlings = new ArrayList<>();
  private Input input;
  private int read;
  private Kept kept;
  private int handling;
  private List<Effect> effects = new ArrayList<>();
  private List<Ending> endings = new ArrayList<>();

  Running(Setting setting, int place) {
    this.setting = setting;
    var service = setting.service(place);
    var mistake = setting.world().mistake().get();
    var ports = mistake.on(service.name(), new PortsOfRunning(service.name(), setting.world().release(), setting.world().logged(), setting.routes(), this).ports());
    this.process = mistake.on(service.name(), service.start(ports));
  }

  /** @param world where it reads; null when it is fed again what it was fed before, with all it read */
  Reaction feed(Input next, Kept world) {
    input = next;
    kept = world;
    read = 0;
    effects = new ArrayList<>(2);
    endings = new ArrayList<>(1);
    if (next.begins()) {
      begin(next.number(), (Waiting.Task) next.given());
    } else {
      handling = handlings.get(next.number());
      var caller = callers.get(next.number());
      if (next.given() instanceof Throwable failure) {
        caller.fail(failure);
      } else {
        caller.complete(next.given());
      }
    }
    return new Reaction(effects, endings);
  }

  private void begin(int number, Waiting.Task task) {
    handling = number;
    Uni<?> work;
    try {
      work = switch (task) {
        case Waiting.Delivery delivery -> process.receive(delivery.queue().index(), delivery.message());
        case Waiting.Visit visit -> visited((OrdersProcess) process.api(), visit);
      };
    } catch (RuntimeException failure) {
      work = Uni.createFrom().failure(failure);
    }
    work.subscribe().with(
        answer -> endings.add(new Ending(number, null, answer)),
        failure -> endings.add(new Ending(number, failure, null)));
  }

  private Uni<?> visited(OrdersProcess orders, Waiting.Visit visit) {
    var place = setting.world().orders().get(visit.order());
    return switch (visit.wish()) {
      case PLACE -> orders.place(place).map(setting.world().mistake().get()::answer);
      case CANCEL -> orders.change(place.orderId(), "cancel", new OrderCommand.Cancel("changed-mind", Requester.CUSTOMER));
      case RELEASE -> orders.change(place.orderId(), "review/release", new OrderCommand.DecideReview(OrderCommand.Verdict.RELEASE));
      case CANCEL_AS_FRAUD -> orders.change(place.orderId(), "review/cancel", new OrderCommand.DecideReview(OrderCommand.Verdict.CANCEL));
    };
  }

  @Override
  public Instant now() {
    return input.at();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T read(Function<Kept, T> question) {
    if (kept == null) {
      return (T) input.reads().get(read++).answer();
    }
    var answer = question.apply(kept);
    input.reads().add(new Read(question, answer));
    return answer;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Uni<T> effect(Object what, Function<Kept, Object> action) {
    return Uni.createFrom().emitter(caller -> {
      effects.add(new Effect(callers.size(), handling, what, setting.fingerprints().of(what), action));
      callers.add((UniEmitter<Object>) (UniEmitter<?>) caller);
      handlings.add(handling);
    });
  }
}
