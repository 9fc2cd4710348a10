package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoverySpecification;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** What AWS sets on a finished table by calls of its own, and ACK keeps in the table's spec. */
final class TableSettings {

  static final List<String> FIELDS = List.of("continuousBackups", "timeToLive");

  private final DynamoDbClient dynamo;

  TableSettings(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  void apply(Manifest manifest, String table) {
    if (manifest.spec().get("continuousBackups") instanceof ObjectNode spec) {
      var wanted = new SdkShape(manifest).fill(PointInTimeRecoverySpecification.builder(), spec).build();
      if (wanted.pointInTimeRecoveryEnabled() != recoverable(manifest, table)) {
        manifest.call("UpdateContinuousBackups", () -> dynamo.updateContinuousBackups(
            update -> update.tableName(table).pointInTimeRecoverySpecification(wanted)));
      }
    }
    if (manifest.spec().get("timeToLive") instanceof ObjectNode spec) {
      var wanted = new SdkShape(manifest).fill(TimeToLiveSpecification.builder(), spec).build();
      if (wanted.enabled() != expiring(manifest, table)) {
        manifest.call("UpdateTimeToLive",
            () -> dynamo.updateTimeToLive(update -> update.tableName(table).timeToLiveSpecification(wanted)));
      }
    }
  }

  private boolean recoverable(Manifest manifest, String table) {
    var backups = manifest.call("DescribeContinuousBackups", () -> dynamo.describeContinuousBackups(r -> r.tableName(table)));
    return Optional.ofNullable(backups.continuousBackupsDescription().pointInTimeRecoveryDescription())
        .map(PointInTimeRecoveryDescription::pointInTimeRecoveryStatus)
        .filter(PointInTimeRecoveryStatus.ENABLED::equals).isPresent();
  }

  private boolean expiring(Manifest manifest, String table) {
    TimeToLiveStatus status = manifest.call("DescribeTimeToLive", () -> dynamo.describeTimeToLive(r -> r.tableName(table)))
        .timeToLiveDescription().timeToLiveStatus();
    return status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING;
  }
}
