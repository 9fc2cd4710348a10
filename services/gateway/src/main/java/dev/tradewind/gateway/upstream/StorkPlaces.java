package dev.tradewind.gateway.upstream;

import dev.tradewind.quarkus.ReturnToContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.api.Service;
import io.smallrye.stork.api.ServiceInstance;
import java.util.List;
import java.util.Set;

/** Instances found by Stork, which hears how calls to them end. */
record StorkPlaces(Service service) implements Places {

  @Override
  public Uni<Place> next(Set<Long> tried) {
    return ReturnToContext.afterwards(service::getInstances).map(known -> place(service.selectInstanceAndRecordStart(untried(known, tried), false)));
  }

  private static List<ServiceInstance> untried(List<ServiceInstance> known, Set<Long> tried) {
    var others = known.stream().filter(instance -> !tried.contains(instance.getId())).toList();
    return others.isEmpty() ? known : others;
  }

  private static Place place(ServiceInstance instance) {
    return new Place(instance.getId(), instance.getHost(), instance.getPort(), instance.isSecure(), end -> {
      instance.recordReply();
      instance.recordEnd(end);
    });
  }
}
