package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

class TablesTest {

  private final FakeDynamo dynamo = new FakeDynamo();
  private final Tables tables = new Tables(dynamo);
  private final Manifest orders = Rendered.named(Rendered.onAws(), "Table", "tradewind-orders");

  @Test
  void aMissingTableIsCreatedAndThenLeftAlone() {
    assertThat(tables.apply(orders)).isEqualTo(Change.CREATED);
    tables.await(orders);
    dynamo.writes.clear();

    assertThat(tables.apply(orders)).isEqualTo(Change.UNCHANGED);
    tables.await(orders);
    assertThat(dynamo.writes).isEmpty();
  }

  @Test
  void recoveryIsSwitchedOnOnceTheTableIsActive() {
    tables.apply(orders);
    assertThat(dynamo.writes).hasExactlyElementsOfTypes(CreateTableRequest.class);

    tables.await(orders);
    assertThat(dynamo.writes).hasExactlyElementsOfTypes(CreateTableRequest.class, UpdateContinuousBackupsRequest.class);
  }

  @Test
  void timeToLiveIsSwitchedOnOnce() {
    Manifest expiring = Rendered.with(orders, "timeToLive", Rendered.json("{'attributeName':'until','enabled':true}"));
    tables.apply(expiring);
    tables.await(expiring);
    tables.await(expiring);

    assertThat(dynamo.writes).filteredOn(UpdateTimeToLiveRequest.class::isInstance).singleElement()
        .isEqualTo(UpdateTimeToLiveRequest.builder().tableName("tradewind-orders")
            .timeToLiveSpecification(ttl -> ttl.attributeName("until").enabled(true)).build());
  }

  @Test
  void whatCanBeChangedIsBroughtInLine() {
    tables.apply(Rendered.without(Rendered.without(Rendered.with(orders, "billingMode", "PROVISIONED"), "deletionProtectionEnabled"), "sseSpecification"));
    dynamo.writes.clear();

    assertThat(tables.apply(orders)).isEqualTo(Change.UPDATED);
    UpdateTableRequest update = (UpdateTableRequest) dynamo.writes.getFirst();
    assertThat(update.billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(update.deletionProtectionEnabled()).isTrue();
    assertThat(update.sseSpecification().enabled()).isTrue();
  }

  @Test
  void otherKeysAreRefusedBecauseAwsCannotChangeThem() {
    tables.apply(orders);

    assertThatThrownBy(() -> tables.apply(Rendered.with(orders, "keySchema",
        Rendered.named(Rendered.onAws(), "Table", "tradewind-inventory").spec().get("keySchema"))))
        .isInstanceOf(ResourceException.class).hasMessageStartingWith("Table tradewind-orders: keySchema: wanted");
    assertThatThrownBy(() -> tables.apply(Rendered.with(orders, "attributeDefinitions",
        Rendered.named(Rendered.onAws(), "Table", "tradewind-inventory").spec().get("attributeDefinitions"))))
        .hasMessageStartingWith("Table tradewind-orders: attributeDefinitions: wanted");
  }

  @Test
  void aRefusalNamesTheTableTheCallAndWhatAwsSaid() {
    assertThatThrownBy(() -> tables.apply(Rendered.without(orders, "keySchema")))
        .isInstanceOf(ResourceException.class)
        .hasMessage("Table tradewind-orders: AWS refused CreateTable: keySchema must have 1 or 2 elements");
  }
}
