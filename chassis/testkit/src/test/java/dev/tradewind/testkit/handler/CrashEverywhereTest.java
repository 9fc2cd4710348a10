package dev.tradewind.testkit.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.testkit.Faults;
import dev.tradewind.testkit.handler.Till.Input;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever crashes between any two effects: what was accepted is committed once, everything it owes the others is sent, and the log has it. */
class CrashEverywhereTest {

  @Test
  void a_message_with_a_plain_change() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      world.receiveUntilHandled("m-1", new Input.Note("tea"));
      world.receiveUntilHandled("m-2", new Input.Note("milk"));

      assertThat(world.state().notes()).containsExactly("tea", "milk");
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  @Test
  void a_message_that_leads_to_a_call() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      world.receiveUntilHandled("m-1", new Input.Charge("k"));

      assertThat(world.state().done()).containsExactly("k");
      assertThat(world.ledger).containsExactly("k");
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  @Test
  void two_calls_one_after_the_other_with_every_message_delivered_again() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      world.receiveUntilHandled("m-1", new Input.Charge("first"));
      world.receiveUntilHandled("m-2", new Input.Charge("second"));
      world.receiveUntilHandled("m-1", new Input.Charge("first"));
      world.receiveUntilHandled("m-2", new Input.Charge("second"));

      assertThat(world.history().version()).isEqualTo(4);
      assertThat(world.ledger).containsExactly("first", "second");
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  @Test
  void a_request_whose_client_gives_up() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      boolean answered = world.requestOnce("r-1", new Input.Open(List.of("stock")));
      world.bus.runFor(Duration.ofMinutes(5));

      assertThat(world.history().isEmpty()).as("an order that was accepted is there").isIn(false, !answered);
      assertThat(world.state().timers()).isEmpty();
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  @Test
  void a_request_whose_client_repeats_it_until_it_is_answered() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      while (!world.requestOnce("r-1", new Input.Open(List.of("stock", "money")))) {
        world.faults.restart();
      }
      world.bus.runFor(Duration.ofMinutes(5));

      assertThat(world.state().timers()).isEmpty();
      assertThat(world.history().version()).isEqualTo(2);
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  @Test
  void two_requests_and_an_answer_to_the_first_between_them() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      world.requestOnce("r-1", new Input.Open(List.of("stock")));
      world.faults.restart();
      world.requestOnce("r-2", new Input.SetTimer(world.clock.instant().plusSeconds(3)));
      world.bus.sent(Till.Fetch.class).stream().findFirst().ifPresent(asked -> {
        world.faults.restart();
        world.requestOnce("r-3", new Input.Note("between"));
      });
      world.bus.runFor(Duration.ofMinutes(5));

      assertThat(world.state().timers()).isEmpty();
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  @Test
  void a_request_that_tells_nobody_anything_and_relies_on_the_deadline_on_its_way() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      world.requestOnce("r-1", new Input.SetTimer(world.clock.instant().plusSeconds(3)));
      world.faults.restart();
      boolean armed = !world.state().timers().isEmpty();
      world.requestOnce("r-2", new Input.Keep("quiet"));
      world.bus.runFor(Duration.ofMinutes(5));

      assertThat(armed || world.history().version() <= 1).as("a deadline was on its way").isTrue();
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  @Test
  void a_request_whose_command_is_answered_before_its_deadline_comes() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      boolean answered = world.requestOnce("r-1", new Input.Open(List.of("stock")));
      var asked = world.bus.sent(Till.Fetch.class).stream().findFirst();
      asked.ifPresent(question -> world.receiveUntilHandled(world.message("m-1", question.id()), new Input.Note("between")));

      assertThat(asked.isPresent()).as("asked").isIn(true, answered);
      if (asked.isPresent()) {
        assertThat(world.log.records()).containsAll(world.committed());
      }
    });
  }

  @Test
  void a_deadline_that_comes_early_and_one_that_waits_on_lose_nothing() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      var start = world.clock.instant();
      world.receiveUntilHandled("m-1", new Input.SetTimer(start.plusSeconds(40)));
      world.receiveUntilHandled("m-2", new Input.SetTimer(start.plusSeconds(20)));
      world.requestOnce("r-1", new Input.Keep("quiet"));
      world.bus.runFor(Duration.ofMinutes(5));

      assertThat(world.state().timers()).isEmpty();
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  @Test
  void a_process_that_lives_on_after_the_log_failed_and_goes_by_what_it_remembers() {
    Faults.everywhere(faults -> {
      var world = new World(faults);
      world.receiveUntilHandled("m-1", new Input.Note("tea"));
      if (!world.delivered("m-2", new Input.Note("milk"))) {
        world.faults.restart();
        world.receiveUntilHandled("m-3", new Input.Note("sugar"));
      }
      world.receiveUntilHandled("m-2", new Input.Note("milk"));

      assertThat(world.state().notes()).contains("tea", "milk");
      assertEverythingOwedWasSentAndLogged(world);
    });
  }

  private static void assertEverythingOwedWasSentAndLogged(World world) {
    assertThat(world.bus.sent()).containsAll(world.owed());
    assertThat(world.log.records()).containsAll(world.committed());
    assertThat(world.committed()).containsAll(world.log.records());
    assertThat(world.history().commits()).extracting(commit -> commit.version())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, world.history().version()).boxed().toList());
    assertThat(world.history().commits()).extracting(commit -> commit.cause().id()).doesNotHaveDuplicates();
  }
}
