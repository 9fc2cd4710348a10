package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

  @TempDir
  private Path directory;

  @Test
  void aRunningProcessIsFoundAgain() {
    PidFile file = new PidFile(directory.resolve("run/me.json"));
    file.write(PidFile.Entry.of(ProcessHandle.current(), 8081));

    assertThat(file.running().orElseThrow().process()).contains(ProcessHandle.current());
    assertThat(file.running().orElseThrow().port()).isEqualTo(8081);
  }

  @Test
  void aProcessThatGotThePidLaterIsSomeoneElseAndIsNeverTouched() {
    PidFile.Entry me = PidFile.Entry.of(ProcessHandle.current(), 8081);
    PidFile.Entry before = new PidFile.Entry(me.pid(), me.startedMillis() - 60_000, 8081);
    PidFile file = new PidFile(directory.resolve("orders.json"));
    file.write(before);

    assertThat(file.read()).isPresent();
    assertThat(file.running()).isEmpty();
    assertThat(before.process()).isEmpty();
  }

  @Test
  void stoppingAndKillingLeaveAReusedPidAlone() throws IOException {
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      PidFile.Entry entry = PidFile.Entry.of(bystander.toHandle(), 8081);
      new PidFile(directory.resolve("run/orders.json")).write(new PidFile.Entry(entry.pid(), entry.startedMillis() - 60_000, 8081));
      ComponentProcess orders = new ComponentProcess(Topology.standard().component("orders"), directory);

      orders.terminate();
      assertThat(orders.awaitEnd(Duration.ofMillis(200))).isEqualTo(ComponentProcess.End.ENDED_BEFORE);
      new PidFile(directory.resolve("run/orders.json")).write(new PidFile.Entry(entry.pid(), entry.startedMillis() - 60_000, 8081));
      orders.kill();

      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }

  @Test
  void aProcessThatEndedIsNotRunning() throws Exception {
    Process process = new ProcessBuilder("true").start();
    PidFile.Entry entry = PidFile.Entry.of(process.toHandle(), 8081);
    process.waitFor();

    assertThat(entry.process()).isEmpty();
  }

  @Test
  void aBrokenFileIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("orders.json"), "{");

    assertThatThrownBy(() -> new PidFile(file).read()).isInstanceOf(LaunchException.class).hasMessageContaining("orders.json cannot be read");
  }
}
