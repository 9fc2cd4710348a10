package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

class QueuesTest {

  private final FakeSqs sqs = new FakeSqs();
  private final Queues queues = new Queues(sqs);
  private final Manifest events = Rendered.named(Rendered.local(), "Queue", "tradewind-orders-events");

  @Test
  void aMissingQueueIsCreatedAndThenLeftAlone() {
    assertThat(queues.apply(events)).isEqualTo(Change.CREATED);
    assertThat(queues.apply(events)).isEqualTo(Change.UNCHANGED);
    assertThat(sqs.sets).isZero();
  }

  @Test
  void onlyWhatDiffersIsSet() {
    queues.apply(events);

    assertThat(queues.apply(Rendered.with(events, "visibilityTimeout", "45"))).isEqualTo(Change.UPDATED);
    assertThat(sqs.lastSet).isEqualTo(Map.of("VisibilityTimeout", "45"));
  }

  @Test
  void anAttributeThatTheEndpointDoesNotKeepIsNoChange() {
    sqs.forgotten = Set.of("Policy");
    queues.apply(events);

    assertThat(queues.apply(events)).isEqualTo(Change.UNCHANGED);
    assertThat(sqs.lastSet).containsOnlyKeys("Policy");
  }

  @Test
  void aRefusalNamesTheQueueTheCallAndWhatAwsSaid() {
    assertThatThrownBy(() -> queues.apply(Rendered.with(events, "delaySeconds", "9999")))
        .isInstanceOf(ResourceException.class)
        .hasMessage("Queue tradewind-orders-events: AWS refused CreateQueue: Invalid value for the parameter DelaySeconds.");
  }

  /** Attributes of queues. */
  private static final class FakeSqs implements SqsClient {
    private final Map<String, Map<String, String>> queues = new HashMap<>();
    private Set<String> forgotten = Set.of();
    private Map<String, String> lastSet = Map.of();
    private int sets;

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
      if (!queues.containsKey(request.queueName())) {
        throw QueueDoesNotExistException.builder().message("no such queue").build();
      }
      return GetQueueUrlResponse.builder().queueUrl(request.queueName()).build();
    }

    @Override
    public CreateQueueResponse createQueue(CreateQueueRequest request) {
      if ("9999".equals(request.attributesAsStrings().get("DelaySeconds"))) {
        throw (SqsException) SqsException.builder().message("Invalid value for the parameter DelaySeconds.").build();
      }
      queues.put(request.queueName(), new HashMap<>());
      keep(request.queueName(), request.attributesAsStrings());
      return CreateQueueResponse.builder().build();
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
      return GetQueueAttributesResponse.builder().attributesWithStrings(queues.get(request.queueUrl())).build();
    }

    @Override
    public SetQueueAttributesResponse setQueueAttributes(SetQueueAttributesRequest request) {
      lastSet = request.attributesAsStrings();
      sets++;
      keep(request.queueUrl(), lastSet);
      return SetQueueAttributesResponse.builder().build();
    }

    private void keep(String queue, Map<String, String> attributes) {
      queues.get(queue).putAll(attributes);
      queues.get(queue).keySet().removeAll(forgotten);
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}
