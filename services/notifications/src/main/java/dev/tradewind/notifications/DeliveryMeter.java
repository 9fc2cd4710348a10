package dev.tradewind.notifications;

import dev.tradewind.core.Commit;
import dev.tradewind.core.Observer;
import dev.tradewind.notifications.domain.DeliveryEvent;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookSwitchedOff;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** Counts how deliveries end, and webhooks that are switched off, beside what the chassis counts. */
@Singleton
@Typed(DeliveryMeter.class)
class DeliveryMeter implements Observer {

  private final MeterRegistry meters;

  DeliveryMeter(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void committed(Commit<?> commit) {
    commit.events().forEach(this::count);
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
