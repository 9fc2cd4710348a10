package dev.tradewind.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.platform.Platform;
import dev.tradewind.launcher.platform.PlatformOptions;
import dev.tradewind.launcher.platform.Topology;
import dev.tradewind.launcher.resources.Applied;
import dev.tradewind.launcher.resources.Resources;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real chart on the real local cloud, when that is built. */
class LocalCloudTest {

  private static final Home HOME = Home.find();

  @TempDir
  private Path directory;

  @BeforeAll
  static void theLocalCloudIsBuilt() {
    assumeTrue(Files.exists(HOME.root().resolve("tools/local-cloud/target/local-cloud.jar")), "tools/local-cloud is not built");
  }

  @Test
  void theResourcesAreCreatedOnceAndSurviveARestartWithTheirData() {
    Topology cloud = Topology.standard().withOnly(List.of()).without(Topology.PARTNERS).on(Topology.LOCAL_CLOUD, 0);
    PlatformOptions options = PlatformOptions.in(directory.resolve("work")).keepingDataIn(directory.resolve("data"));
    try (Platform platform = new Platform(HOME, cloud, options, step -> {})) {
      platform.start();
      assertThat(again(platform).counts().values()).allSatisfy(count -> assertThat(count.created() + count.updated()).isZero());

      platform.kill(Topology.LOCAL_CLOUD);
      platform.start(Topology.LOCAL_CLOUD);
      assertThat(again(platform).counts().values()).allSatisfy(count -> assertThat(count.created()).isZero());
    }
  }

  private static Applied again(Platform platform) {
    return new Resources(HOME.chart()).apply(platform.endpoint());
  }

  @Test
  void theCloudCommandSaysInOneLineWhereItIsAndLeavesNothingWhenItsInputEnds() throws Exception {
    leavesNothing(command -> command.getOutputStream().close(), "--until-stdin-closes");
  }

  @Test
  void theCloudCommandLeavesNothingWhenItIsAskedToStop() throws Exception {
    leavesNothing(command -> command.toHandle().destroy());
  }

  private interface Stop {
    void of(Process command) throws IOException;
  }

  private void leavesNothing(Stop stop, String... options) throws Exception {
    List<String> line = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
        Tradewind.class.getName(), "cloud", "--port", "0"));
    line.addAll(List.of(options));
    Process command = new ProcessBuilder(line).redirectError(directory.resolve("errors").toFile()).start();
    try (BufferedReader output = command.inputReader()) {
      assertThat(output.readLine()).matches("cloud ready http://127\\.0\\.0\\.1:\\d+");
      List<ProcessHandle> children = command.toHandle().children().toList();
      assertThat(children).hasSize(1).allMatch(ProcessHandle::isAlive);

      stop.of(command);

      assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(output.readLine()).isNull();
      await().atMost(Duration.ofSeconds(10)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(HOME.workDirectory().resolve("cloud-" + command.pid())).doesNotExist();
    } finally {
      command.descendants().forEach(ProcessHandle::destroyForcibly);
      command.destroyForcibly();
    }
  }
}
