package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The AWS resources of the platform, declared once in the Helm chart: this applies them to an endpoint by the calls that AWS Controllers
 * for Kubernetes would make on a cluster.
 */
public final class Resources {

  // What runs as a function on a schedule needs AWS and its code; nothing at a local endpoint would run it.
  private static final List<String> ELSEWHERE = List.of("Role", "Function", "Alias", "Rule");

  private final Chart chart;

  /** @param chart the directory of the chart, {@code helm/tradewind-aws} */
  public Resources(Path chart) {
    this.chart = new Chart(chart);
  }

  /**
   * Creates what is missing at {@code endpoint}, brings in line what differs, and returns when all of it can be used. A second call
   * changes nothing. The function and what belongs to it is left to a cluster's controllers, and told so.
   *
   * @throws ResourceException when a resource does not fit the others, exists in a way that cannot be changed, or is refused by AWS
   */
  public Applied apply(AwsEndpoint endpoint) {
    try (AwsClients clients = new AwsClients(endpoint)) {
      Account account = clients.account();
      List<Manifest> manifests = render(endpoint, account);
      new Wiring(manifests, account).check();
      return apply(manifests, kinds(clients, account));
    }
  }

  /** The resources as {@link #apply} would send them to {@code endpoint}. */
  List<Manifest> render(AwsEndpoint endpoint, Account account) {
    ObjectNode values = endpoint.override().isPresent() ? chart.values("values-local.yaml") : new ObjectMapper().createObjectNode();
    values.put("region", account.region()).put("accountId", account.id()).put("partition", account.partition());
    return chart.render(values);
  }

  // In the order in which one kind may refer to another; the chart puts dead-letter queues before the queues that use them.
  private static Map<String, Kind> kinds(AwsClients clients, Account account) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("Table", new Tables(clients.dynamo));
    kinds.put("Queue", new Queues(clients.sqs));
    kinds.put("Topic", new Topics(clients.sns, account));
    kinds.put("Subscription", new Subscriptions(clients.sns, account));
    kinds.put("Stream", new Streams(clients.kinesis));
    kinds.put("Bucket", new Buckets(clients.s3));
    kinds.put("ConfigMap", new Directory(clients.cloudMap));
    return kinds;
  }

  static Applied apply(List<Manifest> manifests, Map<String, Kind> kinds) {
    manifests.stream().filter(each -> !kinds.containsKey(each.kind()) && !ELSEWHERE.contains(each.kind())).findFirst().ifPresent(stranger -> {
      throw stranger.refuse("kind", "the launcher applies " + kinds.keySet() + " and no other kind");
    });
    Applied applied = Applied.nothing(kinds.keySet(), ELSEWHERE.stream().filter(kind -> !ofKind(manifests, kind).isEmpty()).toList());
    for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
      for (Manifest manifest : ofKind(manifests, kind.getKey())) {
        applied = applied.with(kind.getKey(), kind.getValue().apply(manifest));
      }
    }
    kinds.forEach((name, kind) -> ofKind(manifests, name).forEach(kind::await));
    return applied;
  }

  private static List<Manifest> ofKind(List<Manifest> manifests, String kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }
}
