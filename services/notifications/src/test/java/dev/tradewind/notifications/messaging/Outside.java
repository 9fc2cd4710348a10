package dev.tradewind.notifications.messaging;

import dev.tradewind.core.Call;
import dev.tradewind.core.Edge;
import dev.tradewind.notifications.domain.DeliveryCall;
import dev.tradewind.notifications.domain.DeliveryCommand;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is outside: it keeps who was told what, and answers as it is told to. */
final class Outside implements Edge<DeliveryCommand> {

  final List<String> told = new ArrayList<>();
  private final Function<Integer, DeliveryCommand> answers;

  Outside(Function<Integer, DeliveryCommand> answers) {
    this.answers = answers;
  }

  @Override
  public Uni<DeliveryCommand> perform(Call call, boolean perhapsDone) {
    return Uni.createFrom().item(() -> switch ((DeliveryCall) call) {
      case DeliveryCall.Mail mail when perhapsDone -> NotArrived.because("outcome-unknown");
      case DeliveryCall.Mail(var notice) -> tell(notice.deliveryId());
      case DeliveryCall.Post(var notice) -> tell(notice.deliveryId());
    });
  }

  private DeliveryCommand tell(String deliveryId) {
    told.add(deliveryId);
    return answers.apply((int) told.stream().filter(deliveryId::equals).count());
  }
}
