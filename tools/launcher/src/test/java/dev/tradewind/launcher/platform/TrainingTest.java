package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

  @TempDir
  private Path root;
  private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
  private final Topology partners = Topology.standard().withOnly(List.of());
  private final Component component = partners.component(Topology.PARTNERS);

  @BeforeEach
  void home() throws IOException {
    Files.createFile(root.resolve("tradewind"));
    Files.createFile(root.resolve("pom.xml"));
    for (Component each : partners.components()) {
      FakeComponent.install(each.jarIn(root));
    }
    // A file system may count in seconds: the cache must be newer.
    Files.setLastModifiedTime(component.jarIn(root), FileTime.from(Instant.now().minusSeconds(60)));
  }

  @Test
  void whatHasNoCacheRunsOnceAndHasOne() throws IOException {
    assertThat(AotCache.of(component, root).options()).isEmpty();

    run();

    assertThat(progress).hasSize(2);
    assertThat(progress.getFirst()).isEqualTo("preparing quick starts of partners");
    assertThat(progress.getLast()).startsWith("prepared in ").doesNotContain("but not");
    assertThat(AotCache.of(component, root).options()).containsExactly("-XX:AOTCache=" + component.jarIn(root).resolveSibling("partners.aot"));
    assertThat(root.resolve("work/training")).doesNotExist();
  }

  @Test
  void whatHasOneIsLeftAlone() throws IOException {
    Files.createFile(AotCache.of(component, root).file());

    run();

    assertThat(progress).isEmpty();
  }

  @Test
  void anotherJarWantsAnotherCache() throws IOException {
    Files.createFile(AotCache.of(component, root).file());
    Files.setLastModifiedTime(component.jarIn(root), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(AotCache.of(component, root).options()).isEmpty();
  }

  @Test
  void oneThatGetsNoneIsNamed() throws IOException {
    Files.createDirectories(AotCache.of(component, root).file());
    Files.createFile(AotCache.of(component, root).file().resolve("in-the-way"));
    Files.setLastModifiedTime(AotCache.of(component, root).file(), FileTime.from(Instant.EPOCH));

    run();

    assertThat(progress.getLast()).contains("but not partners: the start takes longer");
  }

  @Test
  void aCacheThatDoesNotFitOnlyMakesTheStartSlower() throws IOException {
    Files.writeString(AotCache.of(component, root).file(), "no cache at all");
    try (Platform platform = new Platform(new Home(root), partners.onFreePorts(), PlatformOptions.in(root.resolve("work")), progress::add)) {
      platform.start(Topology.PARTNERS);

      assertThat(platform.status()).filteredOn(status -> status.name().equals(Topology.PARTNERS)).allMatch(ProcessStatus::isUp);
    }
  }

  private void run() {
    new Training(new Home(root), root.resolve("work"), progress::add).run(partners);
  }
}
