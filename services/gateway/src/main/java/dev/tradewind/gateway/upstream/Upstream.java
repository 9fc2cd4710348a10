package dev.tradewind.gateway.upstream;

import dev.tradewind.quarkus.guard.HttpGuard;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One service: every call of it goes through its one guard, and each attempt to another of its instances. Requests that do the same made
 * twice are made again when no answer came. Whatever is no answer becomes a {@link dev.tradewind.quarkus.Problem} that names the service.
 */
public final class Upstream {

  private final Service service;
  private final Places places;
  private final HttpGuard guard;
  private final Exchange exchange;

  Upstream(Service service, Places places, HttpGuard guard, Exchange exchange) {
    this.service = service;
    this.places = places;
    this.guard = guard;
    this.exchange = exchange;
  }

  public Service service() {
    return service;
  }

  /** The service's answer, also when it says no. */
  public Uni<ServiceAnswer> call(ServiceRequest request) {
    return guarded(request, place -> exchange.answer(place, request));
  }

  /** As {@link #call}, of an answer that goes on: the guard sees it begin. */
  public Uni<Reply> stream(ServiceRequest request) {
    return guarded(request, place -> exchange.stream(place, request));
  }

  private <T> Uni<T> guarded(ServiceRequest request, Function<Place, Uni<T>> exchange) {
    return Uni.createFrom().deferred(() -> {
      Set<Long> tried = ConcurrentHashMap.newKeySet();
      Supplier<Uni<T>> attempt = () -> places.next(tried)
          .invoke(place -> tried.add(place.id())).flatMap(place -> heard(place, exchange.apply(place)));
      return request.isIdempotent() ? guard.callIdempotent(attempt) : guard.call(attempt);
    }).onFailure().transform(failure -> Troubles.problem(service, failure));
  }

  private static <T> Uni<T> heard(Place place, Uni<T> attempt) {
    return attempt.onItemOrFailure().invoke((answer, failure) -> place.ended().accept(failure));
  }
}
