package dev.tradewind.localcloud.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.CloudService;
import dev.tradewind.localcloud.DataDirectory;
import dev.tradewind.localcloud.JsonProtocol;
import dev.tradewind.localcloud.JsonProtocol.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.eclipse.jetty.http.HttpHeader;
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
  private static final JsonProtocol PROTOCOL = new JsonProtocol(TARGET, LARGEST_BODY_BYTES);
  private static final int SUCCEEDED = 200;

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
    PROTOCOL.handle(request, response, callback, (name, parameters) -> answer(name, encoding, parameters));
  }

  private Reply answer(String name, Encoding encoding, byte[] parameters) throws IOException {
    try {
      return reply(SUCCEEDED, encoding, perform(name, encoding, parameters));
    } catch (KinesisException refusal) {
      return reply(refusal.status(), encoding, StreamActions.object().put("__type", REFUSAL + refusal.type()).put("message", refusal.getMessage()));
    }
  }

  private ObjectNode perform(String name, Encoding encoding, byte[] parameters) {
    return Optional.ofNullable(actions.get(name))
        .orElseThrow(() -> KinesisException.of("UnknownOperationException", "Kinesis has no operation '" + name + "' here"))
        .perform(new Parameters(encoding, encoding.read(parameters)));
  }

  private static Reply reply(int status, Encoding encoding, ObjectNode answer) throws IOException {
    return new Reply(status, encoding.contentType(), encoding.write(answer));
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
