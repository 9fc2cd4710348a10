package dev.tradewind.localcloud.servicediscovery;

import dev.tradewind.localcloud.servicediscovery.Operation.Target;
import java.util.function.UnaryOperator;

/**
 * A registration or deregistration, which takes effect when its operation is done.
 *
 * @param creatorRequestId tells a call that is sent again from another one; empty when nothing tells it
 * @param effect what it makes of the service; refuses when it cannot be
 */
record Change(Operation operation, String creatorRequestId, UnaryOperator<Service> effect) {

  String serviceId() {
    return operation.target(Target.SERVICE);
  }

  boolean sameInstance(Change other) {
    return serviceId().equals(other.serviceId()) && operation.target(Target.INSTANCE).equals(other.operation.target(Target.INSTANCE));
  }

  boolean sameRequest(Change other) {
    return sameInstance(other) && operation.type() == other.operation.type()
        && !creatorRequestId.isEmpty() && creatorRequestId.equals(other.creatorRequestId);
  }
}
