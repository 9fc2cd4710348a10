package dev.tradewind.localcloud.sqs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Passes a call to ElasticMQ's loopback port and its answer back. No thread waits in between, so long polls are free. */
final class Forwarder implements AutoCloseable {

  private static final Logger LOG = LogManager.getLogger(Forwarder.class);

  /** Each long poll under way holds a connection; ElasticMQ's own limit is the same. */
  private static final int CONNECTIONS = 4_096;

  /** Longer than a long poll, shorter than the minute after which ElasticMQ closes an idle connection. */
  private static final long IDLE_MILLIS = 45_000;

  private static final int LARGEST_BODY_BYTES = 16 * 1024 * 1024;

  private static final Set<HttpHeader> NOT_FORWARDED =
      EnumSet.of(HttpHeader.CONNECTION, HttpHeader.CONTENT_LENGTH, HttpHeader.TRANSFER_ENCODING, HttpHeader.EXPECT);

  private static final Set<HttpHeader> NOT_RETURNED =
      EnumSet.of(HttpHeader.CONNECTION, HttpHeader.CONTENT_LENGTH, HttpHeader.TRANSFER_ENCODING, HttpHeader.SERVER, HttpHeader.DATE);

  private final HttpClient client;
  private final int port;

  private Forwarder(HttpClient client, int port) {
    this.client = client;
    this.port = port;
  }

  static Forwarder to(int port) throws IOException {
    var threads = new QueuedThreadPool(8, 2);
    threads.setName("sqs-forward");
    var connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setExecutor(threads);
    var client = new HttpClient(new HttpClientTransportOverHTTP(connector));
    client.setExecutor(threads);
    client.setMaxConnectionsPerDestination(CONNECTIONS);
    client.setMaxRequestsQueuedPerDestination(CONNECTIONS);
    client.setIdleTimeout(IDLE_MILLIS);
    client.setFollowRedirects(false);
    client.setUserAgentField(null);
    try {
      client.start();
    } catch (Exception e) {
      throw new IOException("The connection to ElasticMQ did not start: " + e.getMessage(), e);
    }
    return new Forwarder(client, port);
  }

  void forward(Request request, Response response, Callback callback) {
    Content.Source.asByteBufferAsync(request, LARGEST_BODY_BYTES).whenComplete((body, failure) -> {
      if (failure == null) {
        forward(request, body, response, callback);
      } else {
        callback.failed(failure);
      }
    });
  }

  /** The same for a request whose body was read already. */
  void forward(Request request, ByteBuffer body, Response response, Callback callback) {
    client.newRequest("127.0.0.1", port)
        .method(request.getMethod())
        .path(request.getHttpURI().getPathQuery())
        .headers(headers -> request.getHeaders().stream()
            .filter(field -> field.getHeader() == null || !NOT_FORWARDED.contains(field.getHeader()))
            .forEach(headers::put))
        .body(new ByteBufferRequestContent(request.getHeaders().get(HttpHeader.CONTENT_TYPE), body))
        .send(new BufferingResponseListener(LARGEST_BODY_BYTES) {
          @Override
          public void onComplete(Result result) {
            if (result.isFailed()) {
              LOG.warn("sqs.forward.failed reason={}", result.getFailure().toString());
              Response.writeError(request, response, callback, 503);
            } else {
              answer(result.getResponse(), getContent(), response, callback);
            }
          }
        });
  }

  private static void answer(
      org.eclipse.jetty.client.Response from, byte[] content, Response response, Callback callback) {
    response.setStatus(from.getStatus());
    from.getHeaders().stream()
        .filter(field -> field.getHeader() == null || !NOT_RETURNED.contains(field.getHeader()))
        .forEach(response.getHeaders()::add);
    response.write(true, content == null ? null : ByteBuffer.wrap(content), callback);
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      LOG.warn("sqs.forward.stop.failed", e);
    }
  }
}
