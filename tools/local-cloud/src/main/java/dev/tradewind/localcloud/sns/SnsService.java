package dev.tradewind.localcloud.sns;

import dev.tradewind.localcloud.CloudService;
import dev.tradewind.localcloud.sqs.Queues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** SNS: topics that deliver to SQS queues of this cloud, over the query protocol. */
public final class SnsService implements CloudService {

  private static final Logger LOG = LogManager.getLogger(SnsService.class);
  private static final int MOST_FIELDS = 4_000;
  private static final int LARGEST_FORM_BYTES = 4 * 1024 * 1024;

  private final Map<String, Action> actions = new HashMap<>();

  /**
   * @param data the directory that keeps topics and subscriptions; empty keeps them in memory
   * @param queues where messages go
   * @throws IOException when the kept topics cannot be read
   */
  public SnsService(Optional<Path> data, Queues queues) throws IOException {
    var registry = new Registry(data.isEmpty() ? Optional.empty() : Optional.of(new RegistryFile(data.get())));
    actions.putAll(new TopicActions(registry).byName());
    actions.putAll(new SubscriptionActions(registry).byName());
    actions.putAll(new PublishActions(registry, new FanOut(queues)).byName());
  }

  @Override
  public String name() {
    return "sns";
  }

  @Override
  public Set<String> targetPrefixes() {
    return Set.of();
  }

  @Override
  public Set<String> actions() {
    return actions.keySet();
  }

  @Override
  public boolean healthy() {
    return true;
  }

  @Override
  public void handle(Request request, Response response, Callback callback) {
    FormFields.from(request, StandardCharsets.UTF_8, MOST_FIELDS, LARGEST_FORM_BYTES)
        .thenCompose(fields -> perform(request, fields))
        .whenComplete((xml, failure) -> {
          if (failure == null) {
            answer(response, callback, 200, xml);
          } else {
            refuse(response, callback, failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
          }
        });
  }

  @Override
  public void close() {
    // Nothing runs here: each change was written when it was made.
  }

  private CompletableFuture<String> perform(Request request, Fields fields) {
    var all = Fields.combine(Request.extractQueryParameters(request), fields);
    var form = new Form(all);
    var name = form.optional("Action").orElse("");
    var action = Optional.ofNullable(actions.get(name)).orElseThrow(() -> SnsException.badRequest(
        "InvalidAction", "Could not find operation " + name + " for version 2010-03-31"));
    return action.perform(form).thenApply(result -> Xml.answer(name, result)).toCompletableFuture();
  }

  private static void refuse(Response response, Callback callback, Throwable failure) {
    if (failure instanceof SnsException refusal) {
      answer(response, callback, refusal.status(), Xml.error(refusal));
    } else {
      LOG.error("sns.failed", failure);
      callback.failed(failure);
    }
  }

  private static void answer(Response response, Callback callback, int status, String xml) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml");
    Content.Sink.write(response, true, xml, callback);
  }
}
