package dev.tradewind.launcher.resources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** The tables of DynamoDB and nothing else of it. */
final class FakeDynamo implements DynamoDbClient {

  final List<Object> writes = new ArrayList<>();
  final Map<String, TableDescription> tables = new HashMap<>();
  private boolean recoverable;
  private String timeToLive = "DISABLED";

  @Override
  public CreateTableResponse createTable(CreateTableRequest request) {
    if (request.keySchema().isEmpty()) {
      throw (DynamoDbException) DynamoDbException.builder().message("keySchema must have 1 or 2 elements").build();
    }
    writes.add(request);
    tables.put(request.tableName(), TableDescription.builder().tableName(request.tableName()).tableStatus(TableStatus.ACTIVE)
        .keySchema(request.keySchema()).attributeDefinitions(request.attributeDefinitions())
        .billingModeSummary(BillingModeSummary.builder().billingMode(request.billingMode()).build())
        .deletionProtectionEnabled(request.deletionProtectionEnabled())
        .sseDescription(sse -> sse.status(request.sseSpecification() == null ? SSEStatus.DISABLED : SSEStatus.ENABLED)).build());
    return CreateTableResponse.builder().build();
  }

  @Override
  public DescribeTableResponse describeTable(DescribeTableRequest request) {
    if (!tables.containsKey(request.tableName())) {
      throw ResourceNotFoundException.builder().message("no such table").build();
    }
    return DescribeTableResponse.builder().table(tables.get(request.tableName())).build();
  }

  @Override
  public UpdateTableResponse updateTable(UpdateTableRequest request) {
    writes.add(request);
    return UpdateTableResponse.builder().build();
  }

  @Override
  public DescribeContinuousBackupsResponse describeContinuousBackups(DescribeContinuousBackupsRequest request) {
    return DescribeContinuousBackupsResponse.builder().continuousBackupsDescription(backups -> backups.pointInTimeRecoveryDescription(
        recovery -> recovery.pointInTimeRecoveryStatus(recoverable ? "ENABLED" : "DISABLED"))).build();
  }

  @Override
  public UpdateContinuousBackupsResponse updateContinuousBackups(UpdateContinuousBackupsRequest request) {
    writes.add(request);
    recoverable = request.pointInTimeRecoverySpecification().pointInTimeRecoveryEnabled();
    return UpdateContinuousBackupsResponse.builder().build();
  }

  @Override
  public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
    return DescribeTimeToLiveResponse.builder().timeToLiveDescription(description -> description.timeToLiveStatus(timeToLive)).build();
  }

  @Override
  public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
    writes.add(request);
    timeToLive = request.timeToLiveSpecification().enabled() ? "ENABLED" : "DISABLED";
    return UpdateTimeToLiveResponse.builder().build();
  }

  @Override
  public software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter waiter() {
    return software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter.builder().client(this).build();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
