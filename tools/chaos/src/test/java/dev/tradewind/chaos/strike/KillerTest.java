package dev.tradewind.chaos.strike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradewind.chaos.recovery.Away;
import dev.tradewind.chaos.recovery.Away.Why;
import dev.tradewind.launcher.platform.LaunchException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KillerTest {

  private static final Duration LENGTH = Duration.ofSeconds(30);

  private final Fakes victims = new Fakes();
  private final Killer killer = new Killer(victims);

  @Test
  void aKilledServiceIsStartedAgain() throws InterruptedException {
    killer.run(List.of(new Strike.Kill(Duration.ZERO, "orders")), LENGTH);

    assertThat(victims.done).containsExactly("kill orders", "start orders");
    assertThat(killer.aways()).extracting(Away::process, Away::why).containsExactly(tuple("orders", Why.KILLED));
    assertThat(victims.away).isEmpty();
  }

  @Test
  void aStoppedServiceIsLetGo() throws InterruptedException {
    killer.run(List.of(new Strike.Stop(Duration.ZERO, "orders", Duration.ofMillis(50))), LENGTH);

    assertThat(victims.done).containsExactly("hold orders", "let orders go");
    assertThat(killer.aways().getFirst().length()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
  }

  @Test
  void theCloudIsAskedToEnd() throws InterruptedException {
    killer.run(List.of(new Strike.Restart(Duration.ZERO, "cloud")), LENGTH);
    assertThat(victims.done).containsExactly("stop cloud", "start cloud");
  }

  @Test
  void whatIsAwayIsNotStruckAgain() throws InterruptedException {
    victims.away.add("orders");
    killer.run(List.of(new Strike.Kill(Duration.ZERO, "orders")), LENGTH);
    assertThat(victims.done).isEmpty();
  }

  @Test
  void oneProcessStartsAtATime() throws InterruptedException {
    killer.run(Stream.of("orders", "payments", "shipping").<Strike>map(name -> new Strike.Kill(Duration.ZERO, name)).toList(), LENGTH);
    assertThat(victims.done).hasSize(6);
    for (int i = 0; i < 6; i += 2) {
      assertThat(victims.done.get(i + 1)).isEqualTo(victims.done.get(i).replace("kill", "start"));
    }
  }

  @Test
  void aServiceThatDoesNotComeBackIsAFailure() throws InterruptedException {
    victims.refuseToStart = true;
    killer.run(List.of(new Strike.Kill(Duration.ZERO, "orders")), LENGTH);
    assertThat(killer.failures()).containsExactly("orders did not come back: no port");
    assertThat(killer.aways()).isEmpty();
  }

  private static final class Fakes implements Victims {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Set<String> away = new HashSet<>();
    private boolean refuseToStart;

    @Override
    public synchronized Optional<String> choose(String wanted) {
      return Optional.of(wanted).filter(away::add);
    }

    @Override
    public synchronized void back(String name) {
      away.remove(name);
    }

    @Override
    public void kill(String name) {
      done.add("kill " + name);
    }

    @Override
    public void start(String name) {
      if (refuseToStart) {
        throw new LaunchException("no port");
      }
      done.add("start " + name);
    }

    @Override
    public void stop(String name) {
      done.add("stop " + name);
    }

    @Override
    public void hold(String name) {
      done.add("hold " + name);
    }

    @Override
    public void letGo(String name) {
      done.add("let " + name + " go");
    }
  }
}
