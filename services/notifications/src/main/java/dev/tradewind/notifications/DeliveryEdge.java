package dev.tradewind.notifications;

import dev.tradewind.core.Call;
import dev.tradewind.core.Edge;
import dev.tradewind.notifications.domain.DeliveryCall;
import dev.tradewind.notifications.domain.DeliveryCommand;
import dev.tradewind.notifications.domain.DeliveryCommand.Busy;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Outcome;
import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.mail.Mails;
import dev.tradewind.notifications.webhook.Webhooks;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Two ways out. A webhook is called again without a thought: its consumer knows the delivery's id. A mail that may have left is not sent
 * again at once: that its outcome is unknown is committed first, as a failed attempt, so that whatever kills us over it does so no
 * oftener than the schedule is long.
 */
@Singleton
final class DeliveryEdge implements Edge<DeliveryCommand> {

  private static final NotArrived UNKNOWN = NotArrived.because("outcome-unknown");

  private final Webhooks webhooks;
  private final Mails mails;
  private final MeterRegistry meters;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  DeliveryEdge(Webhooks webhooks, Mails mails, MeterRegistry meters) {
    this.webhooks = webhooks;
    this.mails = mails;
    this.meters = meters;
  }

  @Override
  public Uni<DeliveryCommand> perform(Call call, boolean perhapsDone) {
    return switch ((DeliveryCall) call) {
      case DeliveryCall.Post(var notice) -> counted("webhook", alone(notice, () -> webhooks.post(notice)));
      case DeliveryCall.Mail(var notice) ->
          counted("mail", alone(notice, () -> perhapsDone ? Uni.createFrom().item(UNKNOWN) : mails.send(notice)));
    };
  }

  /** Another copy of the message is at it in this process: what will come of it is better than a guess. */
  private Uni<Outcome> alone(Notice notice, Supplier<Uni<Outcome>> attempt) {
    return Uni.createFrom().deferred(() -> underWay.add(notice.deliveryId())
        ? attempt.get().onTermination().invoke(() -> underWay.remove(notice.deliveryId()))
        : Uni.createFrom().item(new Busy()));
  }

  private Uni<DeliveryCommand> counted(String way, Uni<Outcome> attempt) {
    return attempt
        .invoke(outcome -> meters.counter("tradewind.attempts", "way", way, "outcome", outcome.getClass().getSimpleName()).increment())
        .map(outcome -> outcome);
  }
}
