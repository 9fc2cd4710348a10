package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.partners.Partners;
import dev.tradewind.partners.Settings;
import dev.tradewind.partners.faults.Latency;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All four services in this JVM, over the local cloud and the partners. */
class PeerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Map<ServiceName, Service> SERVICES = new EnumMap<>(ServiceName.class);
  private static LocalCloud localCloud;
  private static Partners partners;
  private static Cloud cloud;

  private final String sku = "SKU-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

  @BeforeAll
  static void start() throws IOException {
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    localCloud = new LocalCloud();
    partners = Partners.start(new Settings("127.0.0.1", 0, Optional.empty(), Latency.NONE, Duration.ofSeconds(3)));
    cloud = new Cloud(Optional.of(localCloud.endpoint()), new Meter());
    for (ServiceName name : ServiceName.values()) {
      SERVICES.put(name, new Service(name, 0, Optional.of(localCloud.endpoint()), URI.create(partners.url())));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    SERVICES.values().forEach(Service::close);
    cloud.close();
    partners.close();
    localCloud.stop();
  }

  @Test
  void an_order_that_goes_well_is_delivered_and_captured_once() throws Exception {
    receive(10);

    String id = place("k-1", "tok_approved", "DE");

    awaitState(id, "DELIVERED");
    assertThat(get(ServiceName.ORDERS, "/v1/orders/" + id).path("confirmedAt").asText()).satisfies(at -> assertThat(Instant.parse(at)).isBefore(Instant.now()));
    assertThat(available()).isEqualTo(8);
    assertThat(ledger(id)).containsOnlyOnce("\"captured\"").doesNotContain("voided");
  }

  @ParameterizedTest
  @CsvSource({"tok_declined, DE, 0", "tok_approved, XX, 1", "tok_capture_declined, DE, 1"})
  void an_order_that_is_refused_on_the_way_is_undone(String method, String country, int voids) throws Exception {
    receive(10);

    String id = place("k-2", method, country);

    awaitState(id, "CANCELLED");
    assertThat(available()).isEqualTo(10);
    assertThat(ledger(id)).doesNotContain("\"captured\"");
    assertThat(ledger(id).lines().filter(line -> line.contains("\"voided\""))).hasSize(voids);
    assertThat(get(ServiceName.ORDERS, "/v1/orders/" + id).has("reason")).isTrue();
  }

  @Test
  void an_order_for_more_than_there_is_is_rejected() throws Exception {
    receive(1);

    awaitState(place("k-3", "tok_approved", "DE"), "REJECTED");

    assertThat(available()).isEqualTo(1);
  }

  @Test
  void the_same_key_is_the_same_order() throws Exception {
    receive(10);

    String id = place("k-4", "tok_approved", "DE");

    assertThat(place("k-4", "tok_approved", "DE")).isEqualTo(id);
    awaitState(id, "DELIVERED");
    assertThat(available()).isEqualTo(8);
  }

  @Test
  void a_receipt_sent_again_counts_once() throws Exception {
    receive(10);
    receive(10);

    assertThat(available()).isEqualTo(10);
  }

  @Test
  void a_message_that_comes_again_is_recognised() throws Exception {
    receive(10);
    String id = place("k-5", "tok_approved", "DE");
    awaitState(id, "DELIVERED");
    ObjectNode data = Json.object();
    data.putArray("lines").addObject().put("sku", sku).put("quantity", 3);
    Message twice = new Message(UUID.randomUUID().toString(), Kind.RESERVE_STOCK, UUID.randomUUID().toString(), data);
    String queue = cloud.sqs.getQueueUrl(get -> get.queueName("peer-inventory")).join().queueUrl();

    for (int i = 0; i < 3; i++) {
      cloud.sqs.sendMessage(send -> send.queueUrl(queue).messageBody(twice.body())).join();
    }

    await().atMost(PATIENCE).until(() -> available() == 5);
    String later = place("k-6", "tok_approved", "DE");
    awaitState(later, "DELIVERED");
    assertThat(available()).isEqualTo(3);
  }

  @Test
  void what_a_crash_left_in_the_outbox_is_sent_by_the_sweep() throws Exception {
    receive(10);
    ObjectNode data = Json.object();
    data.putArray("lines").addObject().put("sku", sku).put("quantity", 4);
    Letter left = Letter.of(ServiceName.ORDERS, Outgoing.now(Kind.RESERVE_STOCK, UUID.randomUUID().toString(), data), Instant.now().minusSeconds(60));

    cloud.dynamo.putItem(put -> put.tableName("peer-orders-outbox").item(left.item())).join();

    await().atMost(PATIENCE).until(() -> available() == 6);
    await().atMost(PATIENCE).until(() -> cloud.dynamo.getItem(get -> get.tableName("peer-orders-outbox").key(StateTable.key(left.id()))).join()
        .item().isEmpty());
  }

  @Test
  void requests_and_units_are_counted_under_the_platforms_names() throws Exception {
    receive(10);
    awaitState(place("k-7", "tok_approved", "DE"), "DELIVERED");

    assertThat(text(ServiceName.ORDERS, "/q/metrics"))
        .contains("tradewind_aws_requests_total{operation=\"TransactWriteItems\",service=\"DynamoDb\"}")
        .contains("tradewind_aws_requests_total{operation=\"PublishBatch\",service=\"Sns\"}")
        .contains("tradewind_aws_capacity_total{kind=\"write\",table=\"peer-orders-inbox\"}")
        .contains("tradewind_aws_capacity_total{kind=\"write\",table=\"peer-orders-outbox\"}")
        .contains("tradewind_aws_capacity_total{kind=\"read\",table=\"peer-orders\"}");
  }

  @Test
  void a_body_without_a_field_and_a_request_without_a_key_are_refused() throws Exception {
    assertThat(post(ServiceName.ORDERS, "/v1/orders", "k", "{\"customerId\":\"c\"}").statusCode()).isEqualTo(400);
    assertThat(post(ServiceName.ORDERS, "/v1/orders", "", order("tok_approved", "DE")).statusCode()).isEqualTo(400);
    assertThat(HTTP.send(request(ServiceName.ORDERS, "/v1/orders/nobody").build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  private void receive(long quantity) throws Exception {
    assertThat(post(ServiceName.INVENTORY, "/v1/stock/" + sku + "/receipts", "r-" + sku, "{\"quantity\":%d}".formatted(quantity)).statusCode())
        .isEqualTo(201);
  }

  private String place(String key, String method, String country) throws Exception {
    HttpResponse<String> response = post(ServiceName.ORDERS, "/v1/orders", key, order(method, country));
    assertThat(response.statusCode()).isEqualTo(202);
    return Json.read(response.body()).path("orderId").asText();
  }

  private String order(String method, String country) {
    return """
        {"customerId":"c-%s","currency":"EUR","lines":[{"sku":"%s","quantity":2,"unitPrice":499}],"paymentMethod":"%s",
        "shipTo":{"name":"Customer 1","street":"Harbour Street 1","city":"Kiel","postalCode":"24103","country":"%s"}}""".formatted(sku, sku, method, country);
  }

  private static void awaitState(String orderId, String state) {
    await().atMost(PATIENCE).until(() -> get(ServiceName.ORDERS, "/v1/orders/" + orderId).path("state").asText(), state::equals);
  }

  private long available() throws Exception {
    return get(ServiceName.INVENTORY, "/v1/stock/" + sku).path("available").asLong();
  }

  private static String ledger(String orderId) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(URI.create(partners.url() + "/psp/ledger?reference=" + orderId)).build(),
        HttpResponse.BodyHandlers.ofString()).body();
  }

  private static ObjectNode get(ServiceName service, String path) throws Exception {
    return Json.read(text(service, path));
  }

  private static String text(ServiceName service, String path) throws Exception {
    return HTTP.send(request(service, path).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static HttpResponse<String> post(ServiceName service, String path, String key, String body) throws Exception {
    HttpRequest.Builder request = request(service, path).POST(BodyPublishers.ofString(body));
    return HTTP.send((key.isEmpty() ? request : request.header("Idempotency-Key", key)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(ServiceName service, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVICES.get(service).port() + path));
  }
}
