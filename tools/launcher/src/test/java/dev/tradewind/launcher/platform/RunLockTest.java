package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @TempDir
  private Path directory;

  @Test
  void onlyOneCommandAtATimeStartsOrStops() {
    try (RunLock first = RunLock.take(directory)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> RunLock.take(directory)).isInstanceOf(LaunchException.class).hasMessageContaining("Another ./tradewind command");
    }
    RunLock.take(directory).close();
  }
}
