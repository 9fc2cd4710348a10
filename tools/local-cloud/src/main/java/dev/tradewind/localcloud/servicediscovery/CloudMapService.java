package dev.tradewind.localcloud.servicediscovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.localcloud.CloudService;
import dev.tradewind.localcloud.JsonProtocol;
import dev.tradewind.localcloud.JsonProtocol.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** AWS Cloud Map, as far as those who register and those who discover need it: by calls, without DNS. */
public final class CloudMapService implements CloudService {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TARGET = "Route53AutoNaming_v20170314.";
  private static final int LARGEST_BODY_BYTES = 1024 * 1024;
  private static final JsonProtocol PROTOCOL = new JsonProtocol(TARGET, LARGEST_BODY_BYTES);
  private static final int SUCCEEDED = 200;

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
    PROTOCOL.handle(request, response, callback, this::answer);
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

  private Reply answer(String name, byte[] parameters) throws IOException {
    try {
      return reply(SUCCEEDED, perform(name, Parameters.read(parameters)));
    } catch (CloudMapException refusal) {
      var answer = Answers.object().put("__type", refusal.type()).put("Message", refusal.getMessage());
      return reply(CloudMapException.STATUS, answer.setAll(Answers.object(refusal.details())));
    }
  }

  private static Reply reply(int status, ObjectNode answer) throws IOException {
    return new Reply(status, "application/x-amz-json-1.1", JSON.writeValueAsBytes(answer));
  }
}
