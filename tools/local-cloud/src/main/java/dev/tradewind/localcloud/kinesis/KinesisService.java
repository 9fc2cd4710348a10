package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.CloudService;
import dev.tradewind.localcloud.DataDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Kinesis Data Streams, as far as producers and polling readers, the Kinesis Client Library among them, need it. */
public final class KinesisService implements CloudService {

  private static final Logger LOG = LogManager.getLogger(KinesisService.class);
  private static final String TARGET = "Kinesis_20131202.";
  private static final String REFUSAL = "com.amazonaws.kinesis.v20131202#";

  /** Room for a full PutRecords in Base64. */
  private static final int LARGEST_BODY_BYTES = 16 * 1024 * 1024;

  private final Map<String, Action> actions = new HashMap<>();
  private final DataDirectory directory;
  private final Streams streams;

  /**
   * @param data the directory that keeps streams and records; empty keeps them in a temporary one
   * @param clock tells when records come and when they and iterators expire
   * @throws IOException when the kept streams cannot be read
   */
  public KinesisService(Optional<Path> data, Clock clock) throws IOException {
    directory = DataDirectory.of(data, "kinesis");
    streams = new Streams(directory.path(), clock);
    actions.putAll(NotHere.byName());
    actions.putAll(new StreamActions(streams).byName());
    actions.putAll(new ShardActions(streams).byName());
    actions.putAll(new SettingActions(streams).byName());
    actions.putAll(new PutActions(streams).byName());
    actions.putAll(new ReadActions(streams).byName());
  }

  @Override
  public String name() {
    return "kinesis";
  }

  @Override
  public Set<String> targetPrefixes() {
    return Set.of(TARGET);
  }

  @Override
  public Set<String> actions() {
    return Set.of();
  }

  @Override
  public boolean healthy() {
    return true;
  }

  @Override
  public void handle(Request request, Response response, Callback callback) {
    var encoding = Encoding.ofContentType(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    Content.Source.asByteBufferAsync(request, LARGEST_BODY_BYTES).whenComplete((body, failure) -> {
      if (failure == null) {
        answer(request, encoding, body, response, callback);
      } else {
        callback.failed(failure);
      }
    });
  }

  private void answer(Request request, Encoding encoding, ByteBuffer body, Response response, Callback callback) {
    try {
      write(response, callback, 200, encoding, perform(request, encoding, body));
    } catch (KinesisException refusal) {
      write(response, callback, refusal.status(), encoding, StreamActions.object()
          .put("__type", REFUSAL + refusal.type())
          .put("message", refusal.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("kinesis.failed", e);
      callback.failed(e);
    }
  }

  private ObjectNode perform(Request request, Encoding encoding, ByteBuffer body) {
    var target = Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).orElse("");
    var name = target.startsWith(TARGET) ? target.substring(TARGET.length()) : target;
    var action = Optional.ofNullable(actions.get(name))
        .orElseThrow(() -> KinesisException.of("UnknownOperationException", "Kinesis has no operation '" + name + "' here"));
    var bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return action.perform(new Parameters(encoding, encoding.read(bytes)));
  }

  private static void write(Response response, Callback callback, int status, Encoding encoding, ObjectNode answer) {
    try {
      var bytes = encoding.write(answer);
      response.setStatus(status);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, encoding.contentType());
      response.write(true, ByteBuffer.wrap(bytes), callback);
    } catch (IOException e) {
      callback.failed(e);
    }
  }

  @Override
  public void close() {
    try {
      streams.close();
    } catch (IOException e) {
      LOG.warn("kinesis.close.failed", e);
    }
    directory.close();
  }
}
