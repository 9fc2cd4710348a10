package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Tables, by CreateTable and UpdateTable. */
final class Tables implements Kind {

  private static final BackoffStrategy POLL = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(250));
  private static final int POLLS = 480;

  private final DynamoDbClient dynamo;
  private final TableSettings settings;

  Tables(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
    this.settings = new TableSettings(dynamo);
  }

  static CreateTableRequest request(Manifest manifest) {
    ObjectNode spec = manifest.spec().deepCopy().without(TableSettings.FIELDS);
    return new SdkShape(manifest).fill(CreateTableRequest.builder(), spec).build();
  }

  @Override
  public Change apply(Manifest manifest) {
    CreateTableRequest wanted = request(manifest);
    Optional<TableDescription> existing = find(wanted.tableName());
    if (existing.isEmpty()) {
      manifest.call("CreateTable", () -> dynamo.createTable(wanted));
      return Change.CREATED;
    }
    refuseOtherKeys(manifest, wanted, existing.get());
    UpdateTableRequest update = difference(wanted, existing.get());
    if (update.equals(UpdateTableRequest.builder().tableName(wanted.tableName()).build())) {
      return Change.UNCHANGED;
    }
    manifest.call("UpdateTable", () -> dynamo.updateTable(update));
    return Change.UPDATED;
  }

  @Override
  public void await(Manifest manifest) {
    String table = manifest.text("tableName");
    try (var waiter = dynamo.waiter()) {
      manifest.call("DescribeTable until ACTIVE", () -> waiter.waitUntilTableExists(describe -> describe.tableName(table),
          override -> override.backoffStrategyV2(POLL).maxAttempts(POLLS)));
    }
    settings.apply(manifest, table);
  }

  private Optional<TableDescription> find(String table) {
    try {
      return Optional.of(dynamo.describeTable(describe -> describe.tableName(table)).table());
    } catch (ResourceNotFoundException missing) {
      return Optional.empty();
    }
  }

  private static UpdateTableRequest difference(CreateTableRequest wanted, TableDescription actual) {
    UpdateTableRequest.Builder update = UpdateTableRequest.builder().tableName(wanted.tableName());
    boolean isProtected = Boolean.TRUE.equals(actual.deletionProtectionEnabled());
    Optional.ofNullable(wanted.deletionProtectionEnabled()).filter(want -> want != isProtected)
        .ifPresent(update::deletionProtectionEnabled);
    BillingMode billing = Optional.ofNullable(actual.billingModeSummary()).map(BillingModeSummary::billingMode)
        .orElse(BillingMode.PROVISIONED);
    Optional.ofNullable(wanted.billingMode()).filter(want -> want != billing).ifPresent(update::billingMode);
    boolean isEncrypted = Optional.ofNullable(actual.sseDescription()).map(SSEDescription::status)
        .filter(Set.of(SSEStatus.ENABLED, SSEStatus.ENABLING, SSEStatus.UPDATING)::contains).isPresent();
    Optional.ofNullable(wanted.sseSpecification()).filter(SSESpecification::enabled).filter(want -> !isEncrypted)
        .ifPresent(update::sseSpecification);
    return update.build();
  }

  private static void refuseOtherKeys(Manifest manifest, CreateTableRequest wanted, TableDescription actual) {
    String remedy = "; AWS cannot change that: delete the table or choose another prefix";
    if (!wanted.keySchema().equals(actual.keySchema())) {
      throw manifest.refuse("keySchema", "wanted " + wanted.keySchema() + ", and the table has " + actual.keySchema() + remedy);
    }
    if (!new HashSet<>(actual.attributeDefinitions()).containsAll(wanted.attributeDefinitions())) {
      throw manifest.refuse("attributeDefinitions",
          "wanted " + wanted.attributeDefinitions() + ", and the table has " + actual.attributeDefinitions() + remedy);
    }
  }
}
