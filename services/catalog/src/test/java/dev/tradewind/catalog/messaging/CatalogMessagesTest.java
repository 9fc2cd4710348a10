package dev.tradewind.catalog.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.UnreadableMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What comes in, and what goes out to whoever listens. */
@QuarkusTest
class CatalogMessagesTest {

  private static final String LISTENER = "tradewind-orders-events";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject
  CatalogMessages messages;

  @Inject
  SqsAsyncClient sqs;

  @Inject
  JsonCodec codec;

  @Test
  void a_change_reaches_the_queue_of_orders_whole_under_its_type() {
    var sku = "P-" + UUID.randomUUID().toString().toUpperCase();
    RestAssured.given().header("Idempotency-Key", "k").contentType("application/json")
        .body("{\"name\":\"Tea\",\"active\":true,\"prices\":[{\"amount\":499,\"currency\":\"EUR\"}]}")
        .put("/v1/products/" + sku).then().statusCode(201);

    var url = sqs.getQueueUrl(get -> get.queueName(LISTENER)).join().queueUrl();
    var found = new ArrayList<Message>();
    Awaitility.await().atMost(PATIENCE).until(() -> {
      sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1).messageAttributeNames("All")).join().messages()
          .stream().filter(message -> message.messageAttributes().get("type").stringValue().equals("tradewind.catalog.ProductChanged.v1"))
          .map(message -> codec.read(message.body())).filter(message -> message.subject().equals("product/" + sku)).forEach(found::add);
      return !found.isEmpty();
    });

    assertThat(found.getFirst().sequence()).isOne();
    assertThat(((ProductChanged) found.getFirst().data()).name()).isEqualTo("Tea");
  }

  @Test
  void what_is_no_deadline_of_ours_is_unreadable() {
    assertThatThrownBy(() -> messages.command(message(new ReleaseStock("o-1")))).isInstanceOf(UnreadableMessage.class)
        .hasMessage("catalog takes no command ReleaseStock");
    assertThatThrownBy(() -> messages.command(message(new Deadline("order/o-1")))).isInstanceOf(UnreadableMessage.class)
        .hasMessage("catalog has no streams of the kind order");
  }

  private static Message message(Payload data) {
    return new Message("m-1", "/tradewind/catalog", "product/TEA", 1, Instant.EPOCH, "request/put/k", "TEA", "", Optional.empty(), data);
  }
}
