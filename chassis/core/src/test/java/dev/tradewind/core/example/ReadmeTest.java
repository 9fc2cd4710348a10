package dev.tradewind.core.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Deadline;
import dev.tradewind.core.Decision;
import dev.tradewind.core.example.LampDecider.Lamp;
import dev.tradewind.core.example.LampDecider.LampCommand;
import dev.tradewind.core.example.LampDecider.LampEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of the README compiles, does what the README says, and is the one that stands there. */
class ReadmeTest {

  private static final Instant DUSK = Instant.parse("2026-03-01T18:00:00Z");
  private static final Instant DAWN = Instant.parse("2026-03-02T06:00:00Z");

  private final LampDecider lamp = new LampDecider();
  private final Lamp lit = lamp.evolve(lamp.initial(), new LampEvent.SwitchedOn(DAWN), DUSK);

  @Test
  void the_example_in_the_readme_is_this_one() throws IOException {
    var source = Files.readString(Path.of("src/test/java/dev/tradewind/core/example/LampDecider.java"));
    var example = source.substring(source.indexOf("// begin\n") + 9, source.indexOf("// end"));

    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + example + "```");
  }

  @Test
  void switched_on_it_tells_everyone_and_looks_again_at_the_time_it_goes_off() {
    assertThat(lamp.decide(lamp.initial(), new LampCommand.SwitchOn(DAWN), DUSK)).isEqualTo(
        Decision.<LampEvent>change(new LampEvent.SwitchedOn(DAWN)).send(new LampDecider.LampLit("Harbour Street")).wakeAt(DAWN));
  }

  @Test
  void a_deadline_that_comes_early_waits_one_that_comes_late_finds_it_due_and_one_that_comes_twice_finds_nothing() {
    assertThat(lamp.decide(lit, new LampCommand.LookAgain(), DUSK)).isEqualTo(Decision.waitUntil(DAWN));
    assertThat(lamp.decide(lit, new LampCommand.LookAgain(), DAWN.plusSeconds(9))).isEqualTo(Decision.change(new LampEvent.WentOff()));
    assertThat(lamp.evolve(lit, new LampEvent.WentOff(), DAWN)).isEqualTo(new Lamp(Optional.empty()));
    assertThat(lamp.decide(lamp.initial(), new LampCommand.LookAgain(), DAWN)).isEqualTo(Decision.nothing());
  }

  @Test
  void a_command_that_comes_twice_changes_nothing_and_one_that_comes_too_late_is_refused() {
    assertThat(lamp.decide(lit, new LampCommand.SwitchOn(DAWN), DUSK)).isEqualTo(Decision.nothing());
    assertThat(lamp.decide(lamp.initial(), new LampCommand.SwitchOn(DUSK), DAWN)).isEqualTo(Decision.refuse("too-late", "The time is over."));
  }

  @Test
  void a_deadline_names_the_stream_and_nothing_else() {
    assertThat(new Deadline("lamp/7").streamId().key()).isEqualTo("7");
  }
}
