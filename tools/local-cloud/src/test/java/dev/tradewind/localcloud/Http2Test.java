package dev.tradewind.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that speaks HTTP/2 without asking first, as the SDK does for Kinesis. */
@ExtendWith(RunningCloud.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Http2Test {

  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMPTY_SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};
  private static final int SETTINGS = 4;

  @Test
  void the_first_frame_of_the_answer_is_settings(Endpoint endpoint) throws IOException {
    try (var socket = new Socket(endpoint.uri().getHost(), endpoint.uri().getPort())) {
      socket.getOutputStream().write(PREFACE);
      socket.getOutputStream().write(EMPTY_SETTINGS);
      assertThat(socket.getInputStream().readNBytes(SETTINGS)[3]).isEqualTo((byte) SETTINGS);
    }
  }
}
