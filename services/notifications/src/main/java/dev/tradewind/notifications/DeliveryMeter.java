package dev.tradewind.notifications;

import dev.tradewind.core.Commit;
import dev.tradewind.core.Observer;
import dev.tradewind.core.StreamId;
import dev.tradewind.notifications.domain.DeliveryEvent;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookSwitchedOff;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;

/**
 * Counts how deliveries end, and webhooks that are switched off, beside what the chassis counts. It passes on everything: a method it left out
 * would reach the empty one of the interface, and not the chassis.
 */
@Decorator
@Priority(1)
final class DeliveryMeter implements Observer {

  private final Observer chassis;
  private final MeterRegistry meters;

  @Inject
  DeliveryMeter(@Delegate Observer chassis, MeterRegistry meters) {
    this.chassis = chassis;
    this.meters = meters;
  }

  @Override
  public void committed(Commit<?> commit) {
    chassis.committed(commit);
    commit.events().forEach(this::count);
  }

  @Override
  public void repeated(Commit<?> commit) {
    chassis.repeated(commit);
  }

  @Override
  public void conflicted(StreamId stream, long version) {
    chassis.conflicted(stream, version);
  }

  @Override
  public void unchanged(StreamId stream, Object command) {
    chassis.unchanged(stream, command);
  }

  private void count(Object event) {
    switch (event) {
      case DeliveryEvent.Delivered _ -> ended("delivered");
      case DeliveryEvent.Failed(var why, var next) when next.isEmpty() -> ended("given-up");
      case DeliveryEvent.Dropped _ -> ended("dropped");
      case WebhookSwitchedOff(var webhook, var why) -> meters.counter("tradewind.webhooks.switched.off", "why", why).increment();
      default -> { }
    }
  }

  private void ended(String outcome) {
    meters.counter("tradewind.deliveries", "outcome", outcome).increment();
  }
}
