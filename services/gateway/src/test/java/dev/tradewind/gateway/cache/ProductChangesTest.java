package dev.tradewind.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.UnreadableMessage;
import dev.tradewind.gateway.valkey.BesideValkey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** From the topic of the catalog over the queue to what replicas share, as the chart connects them. */
@QuarkusTest
@TestProfile(BesideValkey.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductChangesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Inject
  SnsAsyncClient sns;

  @Inject
  JsonCodec codec;

  @Inject
  SharedProducts shared;

  @Inject
  ProductChanges changes;

  private final String tea = "TEA-" + UUID.randomUUID();

  @Test
  void what_the_catalog_tells_is_known_to_all_and_late_news_are_none() {
    tell(changed(2), 2);
    await().atMost(PATIENCE).until(() -> known().map(CachedProduct::version).equals(Optional.of(2L)));
    assertThat(known()).contains(new CachedProduct(tea, "Tea", "Green", true, List.of(new Money(499, "EUR")), 2, NOON));

    tell(changed(1), 1);
    tell(changed(3), 3);
    await().atMost(PATIENCE).until(() -> known().map(CachedProduct::version).equals(Optional.of(3L)));
  }

  @Test
  void what_the_gateway_does_not_listen_to_cannot_be_understood() {
    assertThatThrownBy(() -> changes.told(message(new StockReleased("order-1"), 1)))
        .isInstanceOf(UnreadableMessage.class).hasMessage("the gateway listens to changes of products, not to StockReleased");
  }

  private Optional<CachedProduct> known() {
    return Optional.ofNullable(shared.get(List.of(tea)).onFailure().recoverWithItem(Map.of()).await().atMost(PATIENCE).get(tea))
        .flatMap(Entry::product);
  }

  private ProductChanged changed(long version) {
    return new ProductChanged(tea, "Tea", "Green", true, List.of(new Money(497 + version, "EUR")), List.of(), NOON);
  }

  private Message message(Payload data, long version) {
    return new Message(UUID.randomUUID().toString(), "/tradewind/catalog", "product/" + tea, version, NOON, "cause", tea, "", Optional.empty(), data);
  }

  private void tell(Payload data, long version) {
    var message = message(data, version);
    var type = MessageAttributeValue.builder().dataType("String").stringValue(codec.typeOf(data)).build();
    sns.publish(publish -> publish.topicArn("arn:aws:sns:us-east-1:000000000000:tradewind-catalog")
        .message(codec.write(message)).messageAttributes(Map.of("type", type))).join();
  }
}
