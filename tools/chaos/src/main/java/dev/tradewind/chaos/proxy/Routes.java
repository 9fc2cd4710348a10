package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * Which queues get what is published to which topic.
 *
 * @param byTopic the subscriptions of each topic, by its ARN
 */
public record Routes(Map<String, List<Route>> byTopic) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A subscription.
   *
   * @param queue that gets the messages
   * @param types of messages that it gets
   */
  public record Route(String queue, Set<String> types) {}

  public Routes {
    byTopic = Map.copyOf(byTopic);
  }

  /** Reads the subscriptions there are. */
  public static Routes read(SnsClient sns) {
    Map<String, List<Route>> byTopic = new HashMap<>();
    for (Subscription subscription : sns.listSubscriptionsPaginator().subscriptions()) {
      String policy = sns.getSubscriptionAttributes(get -> get.subscriptionArn(subscription.subscriptionArn())).attributes().get("FilterPolicy");
      byTopic.computeIfAbsent(subscription.topicArn(), topic -> new ArrayList<>())
          .add(new Route(lastPart(subscription.endpoint(), ':'), types(policy)));
    }
    return new Routes(byTopic);
  }

  List<String> queues(String topic, String type) {
    return byTopic.getOrDefault(topic, List.of()).stream().filter(route -> route.types().contains(type)).map(Route::queue).toList();
  }

  static String lastPart(String name, char separator) {
    return name.substring(name.lastIndexOf(separator) + 1);
  }

  private static Set<String> types(String policy) {
    try {
      Set<String> types = new HashSet<>();
      for (JsonNode type : JSON.readTree(policy).path("type")) {
        types.add(type.asText());
      }
      return types;
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("a filter policy is no JSON: " + policy, malformed);
    }
  }
}
