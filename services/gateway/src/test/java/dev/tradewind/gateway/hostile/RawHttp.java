package dev.tradewind.gateway.hostile;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP/1.1 as it goes over the wire, for what no client would send. */
final class RawHttp {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final String END_OF_HEAD = "\r\n\r\n";

  /** What came back until the server closed the connection. */
  record Answer(int status, List<String> headers, String body) {

    Optional<String> header(String name) {
      var prefix = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()).strip()).findFirst();
    }

    boolean isProblem() {
      return header("Content-Type").filter(type -> type.startsWith("application/problem+json")).isPresent()
          && body.contains("\"type\":\"urn:tradewind:problem:") && body.contains("\"status\":" + status);
    }
  }

  private RawHttp() {}

  /** Sends the lines, each ended, an empty one, and the body; asks for the connection to be closed. */
  static Answer send(String body, String... lines) {
    var head = new StringBuilder();
    Arrays.stream(lines).forEach(line -> head.append(line).append("\r\n"));
    return exchange(head + "Connection: close\r\n\r\n" + body);
  }

  private static Answer exchange(String request) {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (SocketException e) {
      // Closed without a word.
      return new Answer(0, List.of(), "");
    } catch (IOException e) {
      throw new AssertionError("no answer to: " + request.lines().findFirst().orElse(""), e);
    }
  }

  private static Answer read(String answer) {
    if (!answer.contains(END_OF_HEAD)) {
      return new Answer(0, List.of(), answer);
    }
    var head = answer.substring(0, answer.indexOf(END_OF_HEAD)).lines().toList();
    var body = answer.substring(answer.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
    return new Answer(Integer.parseInt(head.getFirst().split(" ")[1]), head.subList(1, head.size()), body);
  }
}
