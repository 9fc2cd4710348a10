package dev.tradewind.localcloud;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What AWS's JSON protocols have in common: a header names the operation, the body is its parameters, and the answer, a refusal too, is one document.
 *
 * @param target what the header says before the operation's name, such as {@code Kinesis_20131202.}
 * @param largestBodyBytes more is not read, and ends the exchange
 */
public record JsonProtocol(String target, int largestBodyBytes) {

  private static final Logger LOG = LogManager.getLogger(JsonProtocol.class);

  /** An answer, or a refusal. */
  public record Reply(int status, String contentType, byte[] body) {}

  /** What is behind it. */
  @FunctionalInterface
  public interface Operations {

    Reply perform(String operation, byte[] parameters) throws IOException;
  }

  /** Reads the body, has the operation performed and answers; what fails otherwise than by a refusal ends the exchange. */
  public void handle(Request request, Response response, Callback callback, Operations operations) {
    Content.Source.asByteBufferAsync(request, largestBodyBytes).whenComplete((body, failure) -> {
      if (failure != null) {
        callback.failed(failure);
        return;
      }
      try {
        var reply = operations.perform(operation(request), bytes(body));
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
      } catch (IOException | RuntimeException e) {
        LOG.error("{} failed", operation(request), e);
        callback.failed(e);
      }
    });
  }

  private String operation(Request request) {
    var named = Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).orElse("");
    return named.startsWith(target) ? named.substring(target.length()) : named;
  }

  private static byte[] bytes(ByteBuffer body) {
    var bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return bytes;
  }
}
