package dev.tradewind.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.launcher.platform.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

  @TempDir
  private Path root;

  @BeforeEach
  void home() throws IOException {
    Files.createFile(root.resolve("tradewind"));
    Files.writeString(root.resolve("pom.xml"), "<project><artifactId>all</artifactId></project>");
  }

  @Test
  void theBenchKnowsItsDefaults() {
    assertThat(told()).isEmpty();
    assertThat(told("--peer")).isEmpty();
    assertThat(told("--no-build")).isEmpty();
  }

  @Test
  void whatIsAskedForIsPassedOn() {
    assertThat(told("--runs", "3", "--seconds", "10", "--rates", "5,10")).containsExactly("--runs", "3", "--seconds", "10", "--rates", "5,10");
    assertThat(told("--no-peer", "--quick")).containsExactly("--no-peer", "--quick");
  }

  @Test
  void aDirectoryIsMeantFromTheRoot() {
    assertThat(told("--out", "somewhere")).containsExactly("--out", root.resolve("somewhere").toString());
  }

  @Test
  void aNumberThatIsNoneIsAUsageError() {
    assertThatThrownBy(() -> told("--runs", "many")).isInstanceOf(CommandLine.ParameterException.class).hasMessageContaining("many");
  }

  private List<String> told(String... options) {
    Context context = new Context(new Home(root), Map.of(), new Output(new PrintStream(new ByteArrayOutputStream()), false));
    BenchCommand command = new BenchCommand(context);
    new CommandLine(command).parseArgs(options);
    return command.arguments();
  }
}
