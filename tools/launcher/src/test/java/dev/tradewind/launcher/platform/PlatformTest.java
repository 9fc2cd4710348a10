package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.launcher.resources.AwsEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

  @TempDir
  private Path root;
  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private final Topology topology = Topology.standard().onFreePorts();
  private Platform platform;

  @BeforeEach
  void home() throws IOException {
    Files.createFile(root.resolve("tradewind"));
    Files.createFile(root.resolve("pom.xml"));
    for (Component component : topology.components()) {
      FakeComponent.install(root.resolve(component.module()).resolve(component.jar()));
    }
    platform = platform(topology, options());
  }

  @AfterEach
  void stopEverything() {
    platform(topology, options().within(Duration.ofSeconds(30), Duration.ofMillis(100))).close();
  }

  private PlatformOptions options() {
    return PlatformOptions.in(root.resolve("work")).within(Duration.ofSeconds(30), Duration.ofSeconds(10));
  }

  private Platform platform(Topology some, PlatformOptions how) {
    return new Platform(new Home(root), some, how, progress::add);
  }

  @Test
  void aServiceIsStartedWithItsPortTheEndpointAndThePartners() {
    platform.start("payments");

    assertThat(status("payments")).isInstanceOfSatisfying(ProcessStatus.Running.class, running -> {
      assertThat(running.health()).isEqualTo(Health.READY);
      assertThat(running.port()).isEqualTo(topology.component("payments").port());
      assertThat(running.residentBytes().orElse(0)).isPositive();
    });
    assertThat(platform.log("payments").tail(5)).contains("arguments [] endpoint %s provider %s".formatted(
        platform.url("local-cloud"), platform.url("partners")));
  }

  @Test
  void aToolIsReadyWhenItSaysSoAndKeepsDataWhenAsked() {
    Platform keeping = platform(topology, options().keepingDataIn(root.resolve("data")));
    keeping.start("partners");

    assertThat(keeping.log("partners").tail(5).getFirst())
        .isEqualTo("arguments [--port, %d, --data, %s] endpoint null provider null".formatted(
            topology.component("partners").port(), root.resolve("data/partners")));
    assertThat(status("partners").isUp()).isTrue();
  }

  @Test
  void servicesThatStopTogetherAreAllSaidToHaveStopped() {
    platform.start("orders");
    platform.start("inventory");
    progress.clear();

    platform.stop();

    assertThat(progress).hasSize(2).allSatisfy(line -> assertThat(line).contains(" stopped after "));
  }

  @Test
  void aProcessThatSomeoneElseStartedIsShownAndStopped() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      platform.adopt("orders", stranger.toHandle());

      assertThat(status("orders")).isInstanceOfSatisfying(ProcessStatus.Running.class, running -> assertThat(running.pid()).isEqualTo(stranger.pid()));
      assertThat(platform.stop()).isEqualTo(1);
      assertThat(stranger.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void whatRunsIsFoundByALaterCommandAndStoppedByIt() {
    platform.start("orders");
    platform.start("inventory");

    Platform later = Platform.found(new Home(root), options(), progress::add);

    assertThat(later.status()).extracting(ProcessStatus::name).containsExactly("orders", "inventory");
    assertThat(later.url("orders")).isEqualTo(platform.url("orders"));
    assertThat(later.stop()).isEqualTo(2);
    assertThat(platform.status()).noneMatch(ProcessStatus::isUp);
    assertThat(Platform.found(new Home(root), options(), progress::add).status()).isEmpty();
  }

  @Test
  void whatRunsKeepsItsPortWhenOthersAreAskedFor() {
    platform.start("orders");

    assertThat(platform(topology.withPortOffset(100), options()).url("orders")).isEqualTo(platform.url("orders"));
  }

  @Test
  void startingWhatRunsChangesNothing() {
    platform.start("orders");
    ProcessStatus before = status("orders");
    platform.start("orders");

    assertThat(((ProcessStatus.Running) status("orders")).pid()).isEqualTo(((ProcessStatus.Running) before).pid());
  }

  @Test
  void aKilledServiceIsDownAndCanBeStartedAgainOnItsPort() {
    platform.start("orders");
    long first = ((ProcessStatus.Running) status("orders")).pid();
    platform.kill("orders");
    assertThat(status("orders")).isEqualTo(new ProcessStatus.Down("orders", topology.component("orders").port()));

    platform.start("orders");
    assertThat(status("orders").isUp()).isTrue();
    assertThat(((ProcessStatus.Running) status("orders")).pid()).isNotEqualTo(first);
  }

  @Test
  void aProcessThatEndsIsReportedWithTheEndOfItsLogAndNothingIsLeft() {
    Platform dying = platform(topology.with("orders", "FAKE_MODE", "dies"), options());

    assertThatThrownBy(() -> dying.start("orders")).isInstanceOf(LaunchException.class)
        .hasMessageContaining("orders ended before it was ready; the end of work/logs/orders.log")
        .hasMessageContaining("cannot go on: no harbour");
    assertThat(Platform.found(new Home(root), options(), progress::add).status()).isEmpty();
  }

  @Test
  void aProcessThatIsNeverReadyIsStoppedAfterTheLimit() {
    Platform waiting = platform(topology.with("orders", "FAKE_MODE", "never-ready"), options().within(Duration.ofMillis(1_500), Duration.ofSeconds(10)));

    assertThatThrownBy(() -> waiting.start("orders")).isInstanceOf(LaunchException.class).hasMessageContaining("orders was not ready within 1 s");
    assertThat(status("orders").isUp()).isFalse();
  }

  @Test
  void aProcessThatDoesNotStopWhenAskedIsKilled() {
    Platform deaf = platform(topology.with("orders", "FAKE_MODE", "deaf"), options().within(Duration.ofSeconds(30), Duration.ofMillis(300)));
    deaf.start("orders");
    deaf.stop("orders");

    assertThat(progress).last().asString().startsWith("orders       did not stop when asked and was killed");
    assertThat(status("orders").isUp()).isFalse();
  }

  @Test
  void aTakenPortIsNamedWithItsOwnerAndNothingIsStarted() throws IOException {
    try (ServerSocket taken = new ServerSocket(topology.component("orders").port(), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> platform.start()).isInstanceOf(PortTakenException.class)
          .hasMessageContaining("Port %d, which orders needs, is taken by pid %d (".formatted(taken.getLocalPort(), ProcessHandle.current().pid()));
    }
    assertThat(platform.status()).noneMatch(ProcessStatus::isUp);
    assertThat(progress).isEmpty();
  }

  @Test
  void whatIsNotBuiltIsNamedBeforeAnythingIsStarted() throws IOException {
    Files.delete(root.resolve("services/shipping/target/service-runner.jar"));

    assertThatThrownBy(() -> platform.start()).isInstanceOf(LaunchException.class)
        .hasMessageStartingWith("shipping is not built: services/shipping/target/service-runner.jar is missing");
    assertThat(progress).isEmpty();
  }

  @Test
  void whenAStepFailsWhatWasStartedIsStopped() {
    // There is no chart in this home, so the resources cannot be applied.
    assertThatThrownBy(() -> platform.start()).hasMessageContaining("No Chart.yaml");

    assertThat(progress).anyMatch(line -> line.startsWith("local-cloud  ready")).anyMatch(line -> line.startsWith("local-cloud  stopped"));
    assertThat(platform.status()).noneMatch(ProcessStatus::isUp);
  }

  @Test
  void afterACancelNothingStarts() {
    platform.cancel();

    assertThatThrownBy(() -> platform.start("orders")).hasMessageContaining("Stopped before orders was started");
  }

  @Test
  void onAnotherEndpointThereIsNoLocalCloud() {
    Platform elsewhere = platform(topology, options().on(AwsEndpoint.local(URI.create("http://127.0.0.1:9"))));

    assertThat(elsewhere.topology().url("local-cloud")).isEmpty();
    assertThat(elsewhere.environment(topology.component("orders"))).containsEntry("TRADEWIND_AWS_ENDPOINT", "http://127.0.0.1:9");
  }

  @Test
  void aServiceIsToldWhereTheDirectoryOfWhatIsKeptIs() {
    Component curious = topology.component("orders").with("WHERE", "{data}/here");
    Path kept = options().workDirectory().resolve("kept");

    assertThat(platform.environment(curious)).containsEntry("WHERE", options().workDirectory().toAbsolutePath() + "/here");
    assertThat(platform(topology, options().keepingDataIn(kept)).environment(curious)).containsEntry("WHERE", kept.toAbsolutePath() + "/here");
  }

  private ProcessStatus status(String name) {
    return platform.status().stream().filter(status -> status.name().equals(name)).findFirst().orElseThrow();
  }
}
