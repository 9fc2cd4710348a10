package dev.tradewind.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradewind.launcher.platform.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {

  @TempDir
  private Path root;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter errors = new StringWriter();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer issuer;
  private int status = 200;
  private String answer = "{\"access_token\":\"eyJ.abc.def\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

  @BeforeEach
  void start() throws IOException {
    Files.createFile(root.resolve("tradewind"));
    Files.writeString(root.resolve("pom.xml"), "<project><artifactId>all</artifactId></project>");
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext("/oidc/token", this::serve);
    issuer.start();
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  @Test
  void theTokenIsAllThatIsPrinted() {
    assertThat(run("--customer", "alice")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("eyJ.abc.def%n".formatted());
    assertThat(errors.toString()).isEmpty();
    assertThat(asked).containsExactly("application/x-www-form-urlencoded grant_type=client_credentials&customer=alice&expires_in=3600");
  }

  @Test
  void anOperatorAsksForTheRoleAndMinutesAreSeconds() {
    assertThat(run("--operator", "--minutes", "5")).isZero();
    assertThat(asked).singleElement().asString().endsWith(" grant_type=client_credentials&role=operator&expires_in=300");
  }

  @Test
  void aCustomerCannotAddParameters() {
    assertThat(run("--customer", "a&role=operator")).isZero();
    assertThat(asked).singleElement().asString().contains("customer=a%26role%3Doperator&");
  }

  @Test
  void whatTheIssuerRefusesIsAUsageErrorInItsWords() {
    status = 400;
    answer = "{\"error\":\"invalid_request\",\"error_description\":\"customer must be 1 to 64 letters, digits, - or _\"}";
    assertThat(run("--customer", "a b")).isEqualTo(Exit.USAGE);
    assertThat(errors.toString()).isEqualTo("The issuer refuses: customer must be 1 to 64 letters, digits, - or _%n".formatted());
    assertThat(out.size()).isZero();
  }

  @Test
  void anotherProgramOnThePortIsNoIssuer() {
    answer = "<html>hello</html>";
    assertThat(run("--operator")).isEqualTo(Exit.FAILED);
    assertThat(errors.toString()).contains("is no issuer; is another program on its port?").hasLineCount(1);
  }

  @Test
  void aPlatformThatIsNotUpSaysHowToStartIt() throws IOException {
    int nobody;
    try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = port.getLocalPort();
    }
    assertThat(command("token", "--operator", "--partners-url", "http://127.0.0.1:" + nobody)).isEqualTo(Exit.FAILED);
    assertThat(errors.toString()).isEqualTo("No issuer answers at http://127.0.0.1:%d/oidc/token; ./tradewind up starts it%n".formatted(nobody));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1441", "-5"})
  void minutesAreOneToADay(String minutes) {
    assertThat(run("--operator", "--minutes", minutes)).isEqualTo(Exit.USAGE);
    assertThat(errors.toString()).startsWith("--minutes is " + minutes + "; expected 1 to 1440").hasLineCount(1);
    assertThat(asked).isEmpty();
  }

  @Test
  void aTokenIsAboutSomebody() {
    assertThat(run()).isEqualTo(Exit.USAGE);
    assertThat(run("--operator", "--customer", "alice")).isEqualTo(Exit.USAGE);
    assertThat(asked).isEmpty();
  }

  private int run(String... options) {
    var address = issuer.getAddress();
    return command(Stream.concat(
        Stream.of("token", "--partners-url", "http://127.0.0.1:" + address.getPort()), Stream.of(options)).toArray(String[]::new));
  }

  private int command(String... arguments) {
    var output = new Output(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    return CommandLineInterface.run(new Context(new Home(root), Map.of(), output), new PrintWriter(errors, true), arguments);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
          + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
