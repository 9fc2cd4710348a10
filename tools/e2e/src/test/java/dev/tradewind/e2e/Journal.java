package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.core.StreamId;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The commits of the services as they lie in their tables. */
final class Journal implements AutoCloseable {

  private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);

  private final DynamoDbClient dynamo;

  Journal(AwsEndpoint endpoint) {
    dynamo = DynamoDbClient.builder().region(Region.of(endpoint.region())).endpointOverride(endpoint.override().orElseThrow())
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create()).build();
  }

  /** Every message a service ever sent about a stream, to the last byte as it was sent. */
  List<Message> sent(String service, String stream) {
    return items(service, stream).stream().map(Journal::commit).flatMap(commit -> commit.messagesFrom(service).stream()).toList();
  }

  /** Its newest version; fails when one is missing. */
  long version(String service, String stream) {
    List<Map<String, AttributeValue>> items = items(service, stream);
    for (int i = 0; i < items.size(); i++) {
      assertThat(items.get(i).get("version").n()).as("versions of %s without gaps", stream).isEqualTo(Integer.toString(i + 1));
    }
    return items.size();
  }

  /** How many commits each stream of the service has; fails when one is missing. */
  SortedMap<String, Long> streams(String service) {
    var streams = new TreeMap<String, Long>();
    dynamo.scanPaginator(scan -> scan.tableName("tradewind-" + service).consistentRead(true)).items()
        .forEach(item -> streams.merge(item.get("stream").s(), 1L, Long::sum));
    streams.forEach((stream, commits) -> assertThat(version(service, stream)).isEqualTo(commits));
    return streams;
  }

  /** Every item of a table, by the value of its key. */
  SortedMap<String, Map<String, AttributeValue>> table(String table, String key) {
    var items = new TreeMap<String, Map<String, AttributeValue>>();
    dynamo.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().forEach(item -> items.put(item.get(key).s(), item));
    return items;
  }

  /** A commit that nobody made and no log ever saw. */
  void plant(String service, String stream, Instant at) {
    dynamo.putItem(put -> put.tableName("tradewind-" + service).item(Map.of(
        "stream", AttributeValue.fromS(stream), "version", AttributeValue.fromN("1"), "c", AttributeValue.fromS("planted"),
        "t", AttributeValue.fromN(Long.toString(at.toEpochMilli())), "e", AttributeValue.fromS("[]"))));
  }

  void uproot(String service, String stream) {
    dynamo.deleteItem(delete -> delete.tableName("tradewind-" + service)
        .key(Map.of("stream", AttributeValue.fromS(stream), "version", AttributeValue.fromN("1"))));
  }

  private List<Map<String, AttributeValue>> items(String service, String stream) {
    return dynamo.queryPaginator(query -> query.tableName("tradewind-" + service).consistentRead(true)
        .keyConditionExpression("#s = :s").expressionAttributeNames(Map.of("#s", "stream"))
        .expressionAttributeValues(Map.of(":s", AttributeValue.fromS(stream)))).items().stream().toList();
  }

  private static Commit<Object> commit(Map<String, AttributeValue> item) {
    StreamId stream = StreamId.parse(item.get("stream").s());
    Cause cause = new Cause(item.get("c").s(), text(item, "a", ""), text(item, "o", stream.key()), text(item, "p", ""));
    return new Commit<>(stream, Long.parseLong(item.get("version").n()), cause, instant(item.get("t").n()), List.of(),
        Queues.CODEC.readOutgoing(text(item, "m", "[]")));
  }

  private static Instant instant(String millis) {
    BigDecimal[] parts = new BigDecimal(millis).multiply(NANOS_PER_MILLI).divideAndRemainder(NANOS_PER_SECOND);
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }

  private static String text(Map<String, AttributeValue> item, String name, String otherwise) {
    return item.containsKey(name) ? item.get(name).s() : otherwise;
  }

  @Override
  public void close() {
    dynamo.close();
  }
}
