package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.CloudService;
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

/** AWS Cloud Map, as far as those who register and those who discover need it: by calls, without DNS. */
public final class CloudMapService implements CloudService {

  private static final Logger LOG = LogManager.getLogger(CloudMapService.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TARGET = "Route53AutoNaming_v20170314.";
  private static final int LARGEST_BODY_BYTES = 1024 * 1024;

  private final Map<String, Action> actions = new HashMap<>();

  /**
   * @param data the directory that keeps namespaces, services and instances; empty keeps them in memory
   * @param options how slow and how scarce it is
   * @param clock tells when delays end and how many calls there may be
   * @throws IOException when the kept namespaces cannot be read
   */
  public CloudMapService(Optional<Path> data, CloudMapOptions options, Clock clock) throws IOException {
    var registry = new Registry(data.map(RegistryFile::in), clock);
    var operations = new Operations(clock);
    actions.putAll(new NamespaceActions(registry, operations).byName());
    actions.putAll(new ServiceActions(registry, operations).byName());
    actions.putAll(new InstanceActions(registry, operations, options.propagation()).byName());
    actions.putAll(new HealthActions(registry, options.health()).byName());
    actions.putAll(new DiscoverActions(registry, options, clock).byName());
    actions.putAll(new OperationActions(operations).byName());
    actions.putAll(new TagActions(registry).byName());
  }

  @Override
  public String name() {
    return "servicediscovery";
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
    Content.Source.asByteBufferAsync(request, LARGEST_BODY_BYTES).whenComplete((body, failure) -> {
      if (failure == null) {
        answer(request, body, response, callback);
      } else {
        callback.failed(failure);
      }
    });
  }

  @Override
  public void close() {
    // Nothing runs here: each change was written when it was made.
  }

  /** The operation of a name without HTTP around it. */
  ObjectNode perform(String name, Parameters parameters) {
    return Optional.ofNullable(actions.get(name))
        .orElseThrow(() -> CloudMapException.of("UnknownOperationException", "Cloud Map has no operation '" + name + "' here"))
        .perform(parameters);
  }

  private void answer(Request request, ByteBuffer body, Response response, Callback callback) {
    try {
      var target = Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).orElse("");
      var bytes = new byte[body.remaining()];
      body.duplicate().get(bytes);
      write(response, callback, 200, perform(target.startsWith(TARGET) ? target.substring(TARGET.length()) : target, Parameters.read(bytes)));
    } catch (CloudMapException refusal) {
      var answer = Answers.object().put("__type", refusal.type()).put("Message", refusal.getMessage());
      write(response, callback, CloudMapException.STATUS, answer.setAll(Answers.object(refusal.details())));
    } catch (RuntimeException e) {
      LOG.error("cloudmap.failed", e);
      callback.failed(e);
    }
  }

  private static void write(Response response, Callback callback, int status, ObjectNode answer) {
    try {
      var bytes = JSON.writeValueAsBytes(answer);
      response.setStatus(status);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.1");
      response.write(true, ByteBuffer.wrap(bytes), callback);
    } catch (IOException e) {
      callback.failed(e);
    }
  }
}
