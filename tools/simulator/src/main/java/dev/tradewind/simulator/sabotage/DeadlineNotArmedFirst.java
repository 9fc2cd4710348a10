package dev.tradewind.simulator.sabotage;

import dev.tradewind.core.Message;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Sends the deadline of a request only with what follows its commit: a process that dies in between leaves an order that nobody looks at. */
final class DeadlineNotArmedFirst implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    var honest = ports.dispatcher();
    var kept = new ArrayList<Message>();
    return ports.with(messages -> {
      if (!messages.isEmpty() && messages.stream().allMatch(message -> message.notBefore().isPresent() && message.causationId().startsWith("request/"))) {
        kept.addAll(messages);
        return Uni.createFrom().voidItem();
      }
      var all = new ArrayList<>(messages);
      all.addAll(kept);
      kept.clear();
      return honest.dispatch(List.copyOf(all));
    });
  }
}
