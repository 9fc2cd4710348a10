package dev.tradewind.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.launcher.platform.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @TempDir
  private Path root;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void home() throws IOException {
    Files.createFile(root.resolve("tradewind"));
    Files.writeString(root.resolve("pom.xml"), "<project><artifactId>all</artifactId></project>");
  }

  private int run(Map<String, String> environment, String... arguments) {
    Output output = new Output(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    return CommandLineInterface.run(new Context(new Home(root), environment, output), new PrintWriter(errors, true), arguments);
  }

  private int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "-h", "help"})
  void helpListsEveryCommand(String argument) {
    assertThat(argument.isEmpty() ? run() : run(argument)).isZero();
    assertThat(printed()).contains("up ", "order ", "token ", "products ", "status ", "logs ", "dev ", "down ", "cloud ", "sample ", "bench ", "simulate ", "check ",
        "chaos ", "timeline ", "asof ", "audit ", "janitor ", "./tradewind test");
    assertThat(printed()).matches("\\p{ASCII}*").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "order", "token", "products", "status", "logs", "dev", "down", "cloud", "sample"})
  void everyCommandHasHelp(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(printed()).startsWith("Usage: tradewind " + command).doesNotContain("\u001b");
  }

  @Test
  void theBenchTellsThatThereIsOneOfReaders() {
    assertThat(run("bench", "--help")).isZero();
    assertThat(printed()).contains("readers", "how fast views are built anew");
  }

  @Test
  void anUnknownCommandIsAUsageError() {
    assertThat(run("upp")).isEqualTo(Exit.USAGE);
    assertThat(errors.toString()).contains("upp");
  }

  @Test
  void statusOfNothingSaysSoAndIsNotGood() {
    assertThat(run("status")).isEqualTo(Exit.FAILED);
    assertThat(printed()).contains("Nothing is running; ./tradewind up starts everything.");
  }

  @Test
  void statusForProgramsIsJson() {
    assertThat(run("status", "--json")).isEqualTo(Exit.FAILED);
    assertThat(printed().strip()).isEqualTo("[ ]");
  }

  @Test
  void downWhenNothingRunsSaysSoAndIsGood() {
    assertThat(run("down")).isZero();
    assertThat(printed()).contains("Nothing was running.");
  }

  @Test
  void upNamesWhatIsNotBuilt() {
    assertThat(run("up", "--no-build", "--port-offset", "17000")).isEqualTo(Exit.FAILED);
    assertThat(errors.toString()).startsWith("local-cloud is not built: ").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"--only,ordres,There is no 'ordres'", "--port-offset,many,many"})
  void wrongOptionsOfUpAreNamed(String option, String value, String message) {
    assertThat(run("up", option, value)).isNotZero();
    assertThat(errors.toString()).contains(message);
  }

  @Test
  void anEndpointThatIsNoUrlIsAUsageError() {
    assertThat(run(Map.of("TRADEWIND_AWS_ENDPOINT", "here"), "up")).isEqualTo(Exit.USAGE);
    assertThat(errors.toString()).startsWith("TRADEWIND_AWS_ENDPOINT is here; expected http://host:port").hasLineCount(1);
  }

  @Test
  void aWrongFileOfOrdersIsAUsageErrorAndNamesTheLine() throws IOException {
    Path file = Files.writeString(root.resolve("mine.jsonl"), "{}\n");

    assertThat(run("order", file.toString(), "--no-stock")).isEqualTo(Exit.USAGE);
    assertThat(errors.toString()).contains("line 1: order is missing");
  }

  @Test
  void importingProductsIsExplained() {
    assertThat(run("products", "import", "--help")).isZero();
    assertThat(printed()).startsWith("Usage: tradewind products import").contains("FILE", "price_EUR", "default: 300s");
  }

  @ParameterizedTest
  @CsvSource({"products,products needs a command", "products import,FILE", "products import nowhere.csv,nowhere.csv cannot be read"})
  void whatIsMissingToImportProductsIsNamed(String line, String message) {
    assertThat(run(line.split(" "))).isEqualTo(Exit.USAGE);
    assertThat(errors.toString()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"--rate,0/s", "--rate,fast", "--timeout,soon", "--concurrency,0"})
  void wrongNumbersOfOrderAreUsageErrors(String option, String value) throws IOException {
    Path file = Files.writeString(root.resolve("mine.jsonl"), "{\"order\":{},\"expect\":\"DELIVERED\"}\n");

    assertThat(run("order", file.toString(), "--no-stock", option, value)).isEqualTo(Exit.USAGE);
    assertThat(errors.toString()).startsWith(option + " is " + value + "; expected").hasLineCount(1);
  }

  @Test
  void logsOfAServiceThatNeverRanSayWhatToDo() {
    assertThat(run("logs", "orders")).isEqualTo(Exit.FAILED);
    assertThat(printed()).contains("orders has no log yet: .tradewind/logs/orders.log does not exist; ./tradewind up starts it");
  }

  @Test
  void logsPrintTheLastLines() throws IOException {
    Files.createDirectories(root.resolve(".tradewind/logs"));
    Files.writeString(root.resolve(".tradewind/logs/orders.log"), "one\ntwo\nthree\n");

    assertThat(run("logs", "orders", "-n", "2")).isZero();
    assertThat(printed()).isEqualTo("two%nthree%n".formatted());
  }

  @Test
  void devTakesServicesOnly() {
    assertThat(run("dev", "partners")).isEqualTo(Exit.USAGE);
    assertThat(printed()).contains(
        "partners is no service; choose one of [orders, inventory, payments, shipping, queries, notifications, archive, insights, catalog, gateway]");
  }

  @Test
  void samplesAreALineAnOrder() {
    assertThat(run("sample", "--orders", "12")).isZero();
    assertThat(printed().lines()).hasSize(12).allMatch(line -> line.startsWith("{\"order\":{"));
  }
}
