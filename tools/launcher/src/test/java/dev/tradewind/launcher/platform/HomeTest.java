package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @Test
  void theRepositoryIsFoundAboveThePlaceTheLauncherIsIn() {
    Home home = Home.find();

    assertThat(home.chart().resolve("Chart.yaml")).exists();
    assertThat(home.show(home.workDirectory().resolve("logs/orders.log"))).isEqualTo(".tradewind/logs/orders.log");
    assertThat(home.show(Path.of("/elsewhere/x"))).isEqualTo("/elsewhere/x");
  }

  @Test
  void anotherDirectoryIsRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> new Home(empty)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("root must hold the script");
  }
}
