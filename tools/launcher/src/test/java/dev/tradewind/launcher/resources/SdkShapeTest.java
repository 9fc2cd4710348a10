package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoverySpecification;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;

class SdkShapeTest {

  // A stream, a bucket and the directory become several requests each, and have tests of their own; for the function and what belongs to it none is made from here.
  private static final Set<String> OTHERS = Set.of("Stream", "Bucket", "ConfigMap", "Role", "Function", "Alias", "Rule");

  @TestFactory
  List<DynamicTest> everyFieldOfEveryResourceOfTheChartReachesItsRequest() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Manifest manifest : Rendered.onAws().stream().filter(each -> !OTHERS.contains(each.kind())).toList()) {
      tests.add(DynamicTest.dynamicTest(manifest.kind() + " " + manifest.name(), () -> {
        SdkPojo request = request(manifest);
        // What becomes a request of its own has tests of its own.
        Manifest own = Rendered.without(Rendered.without(Rendered.without(manifest, "continuousBackups"), "timeToLive"), "topicRef");
        own.spec().properties().forEach(field -> assertReaches(request, field.getKey(), field.getValue()));
      }));
    }
    return tests;
  }

  private static SdkPojo request(Manifest manifest) {
    return switch (manifest.kind()) {
      case "Table" -> Tables.request(manifest);
      case "Queue" -> Queues.request(manifest);
      case "Topic" -> Topics.request(manifest);
      case "Subscription" -> Subscriptions.request(manifest, Rendered.ACCOUNT);
      default -> throw new AssertionError(manifest.kind());
    };
  }

  // As a member, at any depth, or as an attribute.
  private static void assertReaches(Object target, String name, JsonNode expected) {
    Object actual = member(target, name);
    if (expected.isObject()) {
      expected.properties().forEach(entry -> assertReaches(actual, entry.getKey(), entry.getValue()));
    } else if (expected.isArray()) {
      assertThat((List<?>) actual).hasSize(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        Object element = ((List<?>) actual).get(i);
        expected.get(i).properties().forEach(entry -> assertReaches(element, entry.getKey(), entry.getValue()));
      }
    } else {
      assertThat(String.valueOf(actual)).as(name).isEqualTo(expected.asText());
    }
  }

  private static Object member(Object target, String name) {
    if (target instanceof Map<?, ?> map) {
      return map.entrySet().stream().filter(entry -> String.valueOf(entry.getKey()).equalsIgnoreCase(name)).findFirst().orElseThrow().getValue();
    }
    SdkPojo pojo = (SdkPojo) target;
    return pojo.sdkFields().stream().filter(field -> field.memberName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst().<Object>map(field -> field.getValueOrDefault(pojo))
        .orElseGet(() -> member(pojo.sdkFields().stream().filter(field -> field.memberName().equals("Attributes")).findFirst().orElseThrow()
            .getValueOrDefault(pojo), name));
  }

  @Test
  void acksCapitalsDoNotMatter() {
    CreateTableRequest request = fill("{'sseSpecification':{'kmsMasterKeyID':'key','sseType':'KMS','enabled':true},'tableName':'t'}");

    assertThat(request.sseSpecification().kmsMasterKeyId()).isEqualTo("key");
    assertThat(request.tableName()).isEqualTo("t");
  }

  @Test
  void indexesStreamsAndThroughputPassThroughThoughTheChartDoesNotUseThem() {
    CreateTableRequest request = fill("""
        {'globalSecondaryIndexes':[{'indexName':'byDay','keySchema':[{'attributeName':'day','keyType':'HASH'}],
           'projection':{'projectionType':'INCLUDE','nonKeyAttributes':['total','state']},
           'provisionedThroughput':{'readCapacityUnits':7,'writeCapacityUnits':9}}],
         'streamSpecification':{'streamEnabled':true,'streamViewType':'NEW_IMAGE'}}""");

    assertThat(request.globalSecondaryIndexes().getFirst().projection().nonKeyAttributes()).containsExactly("total", "state");
    assertThat(request.globalSecondaryIndexes().getFirst().provisionedThroughput().writeCapacityUnits()).isEqualTo(9L);
    assertThat(request.streamSpecification().streamViewTypeAsString()).isEqualTo("NEW_IMAGE");
  }

  @Test
  void mapsAndWholeNumbersPassThrough() {
    var queue = new SdkShape(Rendered.manifest("Queue", "{}"))
        .fill(CreateQueueRequest.builder(), Rendered.json("{'tags':{'team':'harbour'}}")).build();
    var backups = new SdkShape(Rendered.manifest("Table", "{}"))
        .fill(PointInTimeRecoverySpecification.builder(), Rendered.json("{'recoveryPeriodInDays':7}")).build();

    assertThat(queue.tags()).isEqualTo(Map.of("team", "harbour"));
    assertThat(backups.recoveryPeriodInDays()).isEqualTo(7);
  }

  @Test
  void aFieldAwsDoesNotKnowIsRefusedWithItsPathAndWhatAwsKnows() {
    assertThatThrownBy(() -> fill("{'sseSpecification':{'enabeld':true}}"))
        .isInstanceOf(ResourceException.class)
        .hasMessageStartingWith("Table thing: sseSpecification.enabeld: AWS knows no such field")
        .hasMessageContaining("Enabled, KMSMasterKeyId, SSEType");
  }

  @Test
  void aValueOfTheWrongTypeIsRefusedWithItsPath() {
    assertThatThrownBy(() -> fill("{'deletionProtectionEnabled':'yes'}")).hasMessageContaining("deletionProtectionEnabled: must be true or false");
    assertThatThrownBy(() -> fill("{'tableName':7}")).hasMessageContaining("tableName: must be a string (quote it), and is 7");
    assertThatThrownBy(() -> fill("{'keySchema':{}}")).hasMessageContaining("keySchema: must be a list");
    assertThatThrownBy(() -> fill("{'keySchema':[7]}")).hasMessageContaining("keySchema[0]: must be an object");
    assertThatThrownBy(() -> fill("{'provisionedThroughput':{'readCapacityUnits':1.5}}")).hasMessageContaining("must be a whole number");
  }

  private static CreateTableRequest fill(String spec) {
    return new SdkShape(Rendered.manifest("Table", "{}")).fill(CreateTableRequest.builder(), Rendered.json(spec)).build();
  }
}
