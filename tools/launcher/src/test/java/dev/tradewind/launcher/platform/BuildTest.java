package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

  private static final Instant BUILT = Instant.parse("2026-01-02T00:00:00Z");
  private static final Instant BEFORE = BUILT.minusSeconds(60);
  private static final Instant AFTER = BUILT.plusSeconds(60);

  @TempDir
  private Path root;
  private final List<String> progress = new ArrayList<>();
  private final Component orders = Topology.standard().component("orders");
  private final Component shipping = Topology.standard().component("shipping");

  @BeforeEach
  void repository() throws IOException {
    write("tradewind", "");
    write("pom.xml", "<project><artifactId>all</artifactId><modules><module>chassis</module><module>services/orders</module></modules></project>");
    write("chassis/pom.xml", "<project><artifactId>chassis</artifactId><modules><module>core</module></modules></project>");
    write("chassis/core/pom.xml", "<project><parent><artifactId>all</artifactId></parent><artifactId>core</artifactId></project>");
    write("chassis/core/src/main/java/A.java", "");
    write("services/orders/pom.xml", "<project><artifactId>orders</artifactId><dependencies><dependency><artifactId>core</artifactId></dependency></dependencies></project>");
    write("services/orders/src/main/java/B.java", "");
    write("services/orders/src/test/java/C.java", "");
    write("services/orders/target/service-runner.jar", "");
    touch("services/orders/target/service-runner.jar", BUILT);
    maven("echo '[INFO] Building core  1.0 [1/2]'; echo '[INFO] Building orders  1.0 [2/2]'; echo \"$@\" > called");
  }

  private Build build() {
    return new Build(new Home(root), root.resolve("work"), progress::add);
  }

  @Test
  void whatIsNewerThanItsSourcesIsNotBuilt() {
    assertThat(build().run(List.of(orders))).isZero();
    assertThat(progress).isEmpty();
    assertThat(root.resolve("called")).doesNotExist();
  }

  @Test
  void whatIsMissingIsBuilt() throws IOException {
    Files.delete(root.resolve("services/orders/target/service-runner.jar"));

    assertThat(build().run(List.of(orders))).isEqualTo(1);
    assertThat(Files.readString(root.resolve("called")).strip()).isEqualTo("-B -ntp -DskipTests package -am -pl chassis/core,services/orders");
    assertThat(progress).hasSize(4).satisfiesExactly(
        line -> assertThat(line).isEqualTo("building services/orders (log: work/logs/build.log)"),
        line -> assertThat(line).startsWith("  [1/2] core  1.0"),
        line -> assertThat(line).startsWith("  [2/2] orders  1.0"),
        line -> assertThat(line).startsWith("built in "));
  }

  @Test
  void aChangeToItsOwnSourceOrToAModuleItIsMadeFromMakesItStale() throws IOException {
    for (String source : List.of("services/orders/src/main/java/B.java", "services/orders/pom.xml", "chassis/core/src/main/java/A.java", "pom.xml")) {
      touch(source, AFTER);
      assertThat(build().isStale(orders)).as(source).isTrue();
      touch(source, BEFORE);
    }
  }

  @Test
  void aChangeToATestDoesNotMakeItStale() throws IOException {
    touch("services/orders/src/test/java/C.java", AFTER);

    assertThat(build().isStale(orders)).isFalse();
  }

  @Test
  void whatMavenLeftUntouchedIsNotBuiltAgainAndAgain() throws IOException {
    touch("chassis/core/src/main/java/A.java", AFTER);
    assertThat(build().run(List.of(orders))).isEqualTo(1);

    assertThat(build().run(List.of(orders))).isZero();
  }

  @Test
  void theOtherHalfOfAnExtensionIsBuiltTooThoughNoPomNamesIt() throws IOException {
    write("chassis/pom.xml", "<project><artifactId>chassis</artifactId><modules><module>core</module><module>half</module></modules></project>");
    write("chassis/half/pom.xml", "<project><artifactId>core-deployment</artifactId></project>");
    write("chassis/half/src/main/java/H.java", "");
    touch("chassis/half/src/main/java/H.java", AFTER);

    assertThat(build().run(List.of(orders))).isEqualTo(1);
    assertThat(Files.readString(root.resolve("called"))).contains("-pl chassis/core,chassis/half,services/orders");
  }

  @Test
  void aModuleThatIsNotInTheReactorIsLeftToItself() {
    assertThat(build().isStale(shipping)).isFalse();
  }

  @Test
  void aFailureShowsTheEndOfTheLog() throws IOException {
    Files.delete(root.resolve("services/orders/target/service-runner.jar"));
    maven("echo '[ERROR] no such symbol'; exit 1");

    assertThatThrownBy(() -> build().run(List.of(orders))).isInstanceOf(LaunchException.class)
        .hasMessageContaining("the end of work/logs/build.log").hasMessageContaining("[ERROR] no such symbol");
    assertThat(build().isStale(orders)).isTrue();
  }

  private void maven(String body) throws IOException {
    write("mvnw", "#!/bin/sh\n" + body + "\n");
    assertThat(root.resolve("mvnw").toFile().setExecutable(true)).isTrue();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    try (var all = Files.walk(root)) {
      for (Path each : all.toList()) {
        if (!each.endsWith("service-runner.jar")) {
          Files.setLastModifiedTime(each, FileTime.from(BEFORE));
        }
      }
    }
  }

  private void touch(String file, Instant time) throws IOException {
    Files.setLastModifiedTime(root.resolve(file), FileTime.from(time));
  }
}
