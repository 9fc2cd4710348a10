package dev.tradewind.core.example;

import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.core.Event;
import java.time.Instant;
import java.util.Optional;

// begin
/** A street lamp: it is switched on, goes off by itself after a while, and tells everyone. */
final class LampDecider implements Decider<LampDecider.Lamp, LampDecider.LampCommand, LampDecider.LampEvent> {

  record Lamp(Optional<Instant> onUntil) {}

  sealed interface LampCommand {
    record SwitchOn(Instant until) implements LampCommand {}

    record LookAgain() implements LampCommand {}
  }

  sealed interface LampEvent {
    record SwitchedOn(Instant until) implements LampEvent {}

    record WentOff() implements LampEvent {}
  }

  record LampLit(String street) implements Event {}

  @Override
  public Lamp initial() {
    return new Lamp(Optional.empty());
  }

  @Override
  public Decision<LampEvent> decide(Lamp lamp, LampCommand command, Instant now) {
    return switch (command) {
      case LampCommand.SwitchOn(var until) when !until.isAfter(now) -> Decision.refuse("too-late", "The time is over.");
      case LampCommand.SwitchOn(var until) when lamp.onUntil().isPresent() -> Decision.nothing();
      case LampCommand.SwitchOn(var until) ->
          Decision.<LampEvent>change(new LampEvent.SwitchedOn(until)).send(new LampLit("Harbour Street")).wakeAt(until);
      case LampCommand.LookAgain() when lamp.onUntil().filter(now::isBefore).isPresent() -> Decision.waitUntil(lamp.onUntil().get());
      case LampCommand.LookAgain() when lamp.onUntil().isPresent() -> Decision.change(new LampEvent.WentOff());
      case LampCommand.LookAgain() -> Decision.nothing();
    };
  }

  @Override
  public Lamp evolve(Lamp lamp, LampEvent event, Instant at) {
    return switch (event) {
      case LampEvent.SwitchedOn(var until) -> new Lamp(Optional.of(until));
      case LampEvent.WentOff() -> new Lamp(Optional.empty());
    };
  }
}
// end
