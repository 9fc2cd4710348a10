package dev.tradewind.testkit.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Append;
import dev.tradewind.core.CachedJournal;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Journal;
import dev.tradewind.core.Observer;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.StreamId;
import dev.tradewind.testkit.handler.Till.Happened;
import dev.tradewind.testkit.handler.Till.Input;
import dev.tradewind.testkit.handler.Till.State;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/** What a handler decides from memory, and what it looks up first. */
class RecallTest {

  private final World world = new World();
  private int reads;
  private final StreamHandler<State, Input, Happened> handler = handler();
  private final StreamHandler<State, Input, Happened> other = handler();

  @Test
  void a_stream_that_nobody_else_touched_takes_its_next_step_without_a_read() {
    handle(handler, "m-1", new Input.Note("tea"));
    reads = 0;

    handle(handler, "m-2", new Input.Note("milk"));

    assertThat(reads).isZero();
    assertThat(world.state().notes()).containsExactly("tea", "milk");
  }

  @Test
  void a_change_decided_behind_anothers_is_decided_again_on_all_there_is() {
    handle(handler, "m-1", new Input.Note("tea"));
    handle(other, "m-2", new Input.Note("milk"));

    handle(handler, "m-3", new Input.Note("sugar"));

    assertThat(world.state().notes()).containsExactly("tea", "milk", "sugar");
  }

  @Test
  void a_call_is_never_asked_for_from_memory() {
    handle(handler, "m-1", new Input.Note("tea"));
    reads = 0;

    handle(handler, "m-2", new Input.Ask("k"));

    assertThat(reads).isEqualTo(1);
    assertThat(world.calls).containsExactly("k?");
  }

  @Test
  void that_there_is_nothing_to_do_is_never_decided_from_memory() {
    handle(handler, "m-1", new Input.SetTimer(world.clock.instant().plusSeconds(60)));
    handle(other, "m-2", new Input.SetTimer(world.clock.instant().plusSeconds(5)));

    var result = handle(handler, "m-3", new Input.Look());

    assertThat(result).isEqualTo(new Result.Postponed<State, Happened>(world.clock.instant().plusSeconds(5)));
  }

  @Test
  void a_message_seen_before_is_answered_from_all_that_followed_it() {
    handle(handler, "m-1", new Input.Note("tea"));
    reads = 0;

    assertThat(handle(handler, "m-1", new Input.Note("tea"))).isInstanceOf(Result.Repeated.class);

    assertThat(reads).isEqualTo(1);
  }

  private Result<State, Happened> handle(StreamHandler<State, Input, Happened> by, String id, Input input) {
    return by.handle(Cause.of(world.message(id)), World.TILL, input).await().indefinitely();
  }

  private StreamHandler<State, Input, Happened> handler() {
    return new StreamHandler<>("till", new Till(), new CachedJournal<>(counted(), 10), world.log, world.bus, world.provider(), world.clock, Observer.NONE);
  }

  private Journal<Happened> counted() {
    return new Journal<>() {
      @Override
      public Uni<History<Happened>> read(StreamId stream) {
        reads++;
        return world.journal.read(stream);
      }

      @Override
      public Uni<Append<Happened>> append(Commit<Happened> commit) {
        return world.journal.append(commit);
      }
    };
  }
}
