package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

class ChartTest {

  private static final List<Manifest> LOCAL = Rendered.local();
  private static final List<Manifest> AWS = Rendered.onAws();

  @Test
  void helmItselfFindsNothingToSayAgainstTheChart() {
    assertThat(new Helm(Rendered.CHART).lint().strict().call().isFailed()).isFalse();
  }

  @Test
  void theTablesAreKeyedByStreamAndVersionTheStockByKeyAndTheViewsByOrderAndByWhatTheyAreListedBy() {
    Map<String, String> keys = Rendered.ofKind(LOCAL, "Table").stream().map(Tables::request).collect(Collectors.toMap(
        table -> table.tableName(),
        table -> table.attributeDefinitions().stream().map(key -> key.attributeName() + ":" + key.attributeTypeAsString())
            .collect(Collectors.joining(",")) + " " + table.billingModeAsString()));

    assertThat(keys).isEqualTo(Map.ofEntries(
        Map.entry("tradewind-orders", "stream:S,version:N PAY_PER_REQUEST"),
        Map.entry("tradewind-orders-products", "sku:S PAY_PER_REQUEST"),
        Map.entry("tradewind-payments", "stream:S,version:N PAY_PER_REQUEST"),
        Map.entry("tradewind-shipping", "stream:S,version:N PAY_PER_REQUEST"),
        Map.entry("tradewind-notifications", "stream:S,version:N PAY_PER_REQUEST"),
        Map.entry("tradewind-inventory", "key:S PAY_PER_REQUEST"),
        Map.entry("tradewind-catalog", "stream:S,version:N PAY_PER_REQUEST"),
        Map.entry("tradewind-catalog-rows", "file:S,part:N PAY_PER_REQUEST"),
        Map.entry("tradewind-queries", "customer:S,order:S,placed:S,slice:S PAY_PER_REQUEST"),
        Map.entry("tradewind-queries-control", "name:S PAY_PER_REQUEST"),
        Map.entry("tradewind-insights", "stream:S,version:N PAY_PER_REQUEST"),
        Map.entry("tradewind-insights-fraud", "partition:S,slice:S,sort:S PAY_PER_REQUEST"),
        Map.entry("tradewind-insights-recommendations", "partition:S,sort:S,together:N PAY_PER_REQUEST"),
        Map.entry("tradewind-insights-sales", "partition:S,sort:S PAY_PER_REQUEST")));
  }

  @Test
  void viewsAreListedByCustomerAndByStateAndEachIndexHoldsThemWhole() {
    CreateTableRequest views = Tables.request(Rendered.named(LOCAL, "Table", "tradewind-queries"));

    assertThat(views.keySchema()).containsExactly(key("order", KeyType.HASH));
    assertThat(views.globalSecondaryIndexes()).containsExactly(
        index("by-customer", key("customer", KeyType.HASH), key("placed", KeyType.RANGE)),
        index("by-state", key("slice", KeyType.HASH), key("placed", KeyType.RANGE)));
  }

  @Test
  void productsAreListedByTheirFirstCommits() {
    CreateTableRequest products = Tables.request(Rendered.named(LOCAL, "Table", "tradewind-catalog"));

    assertThat(products.keySchema()).containsExactly(key("stream", KeyType.HASH), key("version", KeyType.RANGE));
    assertThat(products.globalSecondaryIndexes()).containsExactly(index("beginnings", key("version", KeyType.HASH), key("stream", KeyType.RANGE)));
  }

  private static GlobalSecondaryIndex index(String name, KeySchemaElement... keys) {
    return GlobalSecondaryIndex.builder().indexName(name).keySchema(keys).projection(all -> all.projectionType(ProjectionType.ALL)).build();
  }

  private static KeySchemaElement key(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }

  @Test
  void onlyItemsOfATableThatSaysSoExpire() {
    assertThat(Rendered.named(LOCAL, "Table", "tradewind-insights-fraud").spec().path("timeToLive"))
        .isEqualTo(Rendered.json("{'attributeName':'expires','enabled':true}"));
    assertThat(Rendered.ofKind(LOCAL, "Table")).filteredOn(table -> table.spec().has("timeToLive")).extracting(Manifest::name)
        .containsExactlyInAnyOrder("tradewind-insights-fraud", "tradewind-catalog-rows");
  }

  @Test
  void aTableWithoutAnIndexSaysNothingOfIndexes() {
    assertThat(Rendered.named(LOCAL, "Table", "tradewind-orders").spec().has("globalSecondaryIndexes")).isFalse();
  }

  @Test
  void thereIsEveryQueueAndTopicThatTheServicesName() {
    assertThat(Rendered.ofKind(LOCAL, "Queue")).extracting(Manifest::name).containsExactlyInAnyOrder(
        "tradewind-orders-commands", "tradewind-orders-commands-dlq", "tradewind-orders-events", "tradewind-orders-events-dlq",
        "tradewind-inventory-commands", "tradewind-inventory-commands-dlq", "tradewind-inventory-events", "tradewind-inventory-events-dlq",
        "tradewind-payments-commands", "tradewind-payments-commands-dlq",
        "tradewind-shipping-commands", "tradewind-shipping-commands-dlq", "tradewind-shipping-events", "tradewind-shipping-events-dlq",
        "tradewind-queries-events", "tradewind-queries-events-dlq",
        "tradewind-catalog-commands", "tradewind-catalog-commands-dlq",
        "tradewind-gateway-events", "tradewind-gateway-events-dlq",
        "tradewind-notifications-commands", "tradewind-notifications-commands-dlq",
        "tradewind-notifications-events", "tradewind-notifications-events-dlq");
    assertThat(Rendered.ofKind(LOCAL, "Topic")).extracting(Manifest::name)
        .containsExactlyInAnyOrder("tradewind-orders", "tradewind-inventory", "tradewind-payments", "tradewind-shipping", "tradewind-insights",
            "tradewind-catalog", "tradewind-janitor");
  }

  @Test
  void everyQueueHasADeadLetterQueueThatComesBeforeIt() {
    List<String> inOrder = Rendered.ofKind(LOCAL, "Queue").stream().map(Manifest::name).toList();

    assertThat(inOrder).filteredOn(name -> !name.endsWith("-dlq")).hasSize(12)
        .allSatisfy(name -> assertThat(inOrder.indexOf(name + "-dlq")).isNotNegative().isLessThan(inOrder.indexOf(name)));
  }

  @Test
  void aQueueWaitsTwentySecondsHidesForTenAndGivesUpAfterTwentyReceives() {
    Manifest queue = Rendered.named(LOCAL, "Queue", "tradewind-payments-commands");

    assertThat(Queues.request(queue).attributesAsStrings())
        .containsEntry("VisibilityTimeout", "10")
        .containsEntry("ReceiveMessageWaitTimeSeconds", "20")
        .containsEntry("MessageRetentionPeriod", "1209600");
    assertThat(Rendered.field(queue, "redrivePolicy")).isEqualTo(Rendered.json(
        "{'deadLetterTargetArn':'arn:aws:sqs:us-east-1:000000000000:tradewind-payments-commands-dlq','maxReceiveCount':20}"));
  }

  @Test
  void subscriptionsDeliverRawAndFilterOnTheTypeAttribute() {
    assertThat(Rendered.ofKind(LOCAL, "Subscription")).hasSize(10).allSatisfy(subscription -> {
      assertThat(subscription.text("rawMessageDelivery")).isEqualTo("true");
      assertThat(subscription.text("filterPolicyScope")).isEqualTo("MessageAttributes");
      assertThat(Rendered.field(subscription, "filterPolicy").properties()).extracting(Map.Entry::getKey).containsExactly("type");
    });
    Manifest fromInventory = Rendered.named(LOCAL, "Subscription", "tradewind-orders-events-from-inventory");
    assertThat(Rendered.field(fromInventory, "filterPolicy")).isEqualTo(Rendered.json("{'type':['tradewind.inventory.StockReserved.v1',"
        + "'tradewind.inventory.StockRejected.v1','tradewind.inventory.StockReleased.v1']}"));
    assertThat(Rendered.field(Rendered.named(LOCAL, "Subscription", "tradewind-gateway-events-from-catalog"), "filterPolicy"))
        .isEqualTo(Rendered.json("{'type':['tradewind.catalog.ProductChanged.v1']}"));
  }

  @Test
  void onAwsTablesAreProtectedRecoverableAndEncryptedAndQueuesEncrypted() {
    assertThat(Rendered.ofKind(AWS, "Table")).allSatisfy(table -> {
      assertThat(table.spec().path("deletionProtectionEnabled").booleanValue()).isTrue();
      assertThat(table.spec().at("/continuousBackups/pointInTimeRecoveryEnabled").booleanValue()).isTrue();
      assertThat(table.spec().at("/sseSpecification/sseType").asText()).isEqualTo("KMS");
    });
    assertThat(Rendered.ofKind(AWS, "Queue")).allSatisfy(queue -> assertThat(queue.text("sqsManagedSSEEnabled")).isEqualTo("true"));
    assertThat(Rendered.field(Rendered.named(AWS, "Queue", "tradewind-orders-events-dlq"), "redriveAllowPolicy").toString())
        .contains("byQueue").contains(":tradewind-orders-events\"");
  }

  @Test
  void aLocalCloudGetsNoneOfWhatItDoesNotKnow() {
    assertThat(LOCAL).noneSatisfy(manifest -> assertThat(manifest.spec().properties()).extracting(Map.Entry::getKey)
        .containsAnyOf("deletionProtectionEnabled", "continuousBackups", "sseSpecification", "sqsManagedSSEEnabled", "redriveAllowPolicy",
            "encryptionType", "encryption", "lifecycle", "publicAccessBlock", "tagging", "versioning"));
  }

  @Test
  void theLogOfAllEventsHasOneShardLocallyAndTwoOnAws() {
    assertThat(Rendered.ofKind(LOCAL, "Stream")).singleElement().satisfies(stream -> {
      assertThat(stream.text("name")).isEqualTo("tradewind-events");
      assertThat(stream.spec().path("shardCount").intValue()).isEqualTo(1);
    });
    Manifest onAws = Rendered.named(AWS, "Stream", "tradewind-events");
    assertThat(Streams.request(onAws).shardCount()).isEqualTo(2);
    assertThat(onAws.spec().path("retentionPeriodHours").intValue()).isEqualTo(72);
    assertThat(onAws.text("keyID")).isEqualTo("alias/aws/kinesis");
  }

  @Test
  void aStreamOnDemandHasNoShardCount() {
    Manifest stream = Rendered.named(new Chart(Rendered.CHART).render(Rendered.json("{'streams':{'onDemand':true}}")), "Stream", "tradewind-events");

    assertThat(Streams.request(stream).streamModeDetails().streamModeAsString()).isEqualTo("ON_DEMAND");
    assertThat(stream.spec().has("shardCount")).isFalse();
  }

  @Test
  void onAwsTheArchiveIsClosedEncryptedAndVersioned() {
    Manifest archive = Rendered.named(AWS, "Bucket", "tradewind-archive");

    assertThat(archive.spec().path("publicAccessBlock").properties()).hasSize(4)
        .allSatisfy(block -> assertThat(block.getValue().booleanValue()).isTrue());
    assertThat(archive.spec().at("/encryption/rules/0/applyServerSideEncryptionByDefault/sseAlgorithm").asText()).isEqualTo("AES256");
    assertThat(archive.spec().at("/versioning/status").asText()).isEqualTo("Enabled");
    assertThat(archive.spec().at("/lifecycle/rules/0/noncurrentVersionExpiration/noncurrentDays").intValue()).isEqualTo(90);
    assertThat(archive.spec().has("createBucketConfiguration")).isFalse();
  }

  @Test
  void aBucketCarriesAccountAndRegionInItsNameBecauseTheNameIsTakenForAllTheWorld() {
    Manifest archive = Rendered.named(new Chart(Rendered.CHART).render(Rendered.json(
        "{'region':'eu-central-1','accountId':'123456789012','buckets':{'encryption':{'kmsKeyId':'arn:of:key'}}}")), "Bucket", "tradewind-archive");

    assertThat(Buckets.request(archive).bucket()).isEqualTo("tradewind-archive-123456789012-eu-central-1");
    assertThat(Buckets.request(archive).createBucketConfiguration().locationConstraintAsString()).isEqualTo("eu-central-1");
    assertThat(archive.spec().at("/encryption/rules/0/applyServerSideEncryptionByDefault/kmsMasterKeyID").asText()).isEqualTo("arn:of:key");
    var blue = new Chart(Rendered.CHART).render(Rendered.json("{'buckets':{'suffix':'blue'}}"));
    assertThat(Rendered.named(blue, "Bucket", "tradewind-archive").text("name")).isEqualTo("tradewind-archive-blue");
  }

  @Test
  void aBucketNameThatIsTooLongIsRefused() {
    ObjectNode values = Rendered.json("{'prefix':'a-prefix-that-is-thirty-long-aa','region':'ap-southeast-2'}");

    assertThatThrownBy(() -> new Chart(Rendered.CHART).render(values)).isInstanceOf(ResourceException.class)
        .hasMessageContaining("S3 takes 63").hasMessageContaining("buckets.suffix");
  }

  @Test
  void allFieldsOfTheSpecsAreFieldsOfTheAckResourceDefinitions() {
    Map<String, List<String>> fields = new TreeMap<>();
    AWS.stream().filter(manifest -> !manifest.kind().equals("ConfigMap")).forEach(manifest -> fields.merge(manifest.apiVersion() + " " + manifest.kind(),
        manifest.spec().properties().stream().map(Map.Entry::getKey).sorted().toList(),
        (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream()).distinct().sorted().toList()));

    assertThat(fields).isEqualTo(Map.of(
        "iam.services.k8s.aws/v1alpha1 Role", List.of("assumeRolePolicyDocument", "description", "inlinePolicies", "name", "tags"),
        "lambda.services.k8s.aws/v1alpha1 Function", List.of("code", "description", "environment", "ephemeralStorage", "handler", "memorySize",
            "name", "reservedConcurrentExecutions", "role", "runtime", "tags", "timeout"),
        "lambda.services.k8s.aws/v1alpha1 Alias", List.of("functionRef", "functionVersion", "name", "permissions"),
        "eventbridge.services.k8s.aws/v1alpha1 Rule", List.of("description", "name", "scheduleExpression", "state", "tags", "targets"),
        "dynamodb.services.k8s.aws/v1alpha1 Table", List.of("attributeDefinitions", "billingMode", "continuousBackups",
            "deletionProtectionEnabled", "globalSecondaryIndexes", "keySchema", "sseSpecification", "tableName", "tags", "timeToLive"),
        "sqs.services.k8s.aws/v1alpha1 Queue", List.of("messageRetentionPeriod", "policy", "queueName", "receiveMessageWaitTimeSeconds",
            "redriveAllowPolicy", "redrivePolicy", "sqsManagedSSEEnabled", "tags", "visibilityTimeout"),
        "kinesis.services.k8s.aws/v1alpha1 Stream", List.of("encryptionType", "keyID", "name", "retentionPeriodHours", "shardCount",
            "streamModeDetails", "tags"),
        "s3.services.k8s.aws/v1alpha1 Bucket", List.of("encryption", "lifecycle", "name", "publicAccessBlock", "tagging", "versioning"),
        "sns.services.k8s.aws/v1alpha1 Topic", List.of("name", "tags"),
        "sns.services.k8s.aws/v1alpha1 Subscription", List.of("endpoint", "filterPolicy", "filterPolicyScope", "protocol",
            "rawMessageDelivery", "topicRef")));
  }

  @Test
  void anotherPrefixRegionAndAccountReachEveryNameAndArn() {
    ObjectNode values = Rendered.json("{'prefix':'blue','region':'eu-central-1','accountId':'123456789012'}");

    List<Manifest> blue = new Chart(Rendered.CHART).render(values);

    assertThat(blue).isNotEmpty().allSatisfy(manifest -> assertThat(manifest.name()).startsWith("blue-"));
    assertThat(Rendered.named(blue, "Subscription", "blue-shipping-events-from-orders").text("endpoint"))
        .isEqualTo("arn:aws:sqs:eu-central-1:123456789012:blue-shipping-events");
    new Wiring(blue, new Account("aws", "eu-central-1", "123456789012")).check();
  }

  @Test
  void oneQueueMayDifferFromTheDefaults() {
    List<Manifest> changed = new Chart(Rendered.CHART).render(Rendered.json(
        "{'topology':{'payments':{'queues':{'commands':{'visibilityTimeoutSeconds':45,'maxReceiveCount':3}}}}}"));

    Manifest queue = Rendered.named(changed, "Queue", "tradewind-payments-commands");
    assertThat(queue.text("visibilityTimeout")).isEqualTo("45");
    assertThat(Rendered.field(queue, "redrivePolicy").path("maxReceiveCount").intValue()).isEqualTo(3);
    assertThat(Rendered.named(changed, "Queue", "tradewind-orders-commands").text("visibilityTimeout")).isEqualTo("10");
  }

  @Test
  void aValueTheSchemaDoesNotAllowIsNamed() {
    assertThatThrownBy(() -> new Chart(Rendered.CHART).render(Rendered.json("{'queues':{'visibilityTimeoutSeconds':-1}}")))
        .isInstanceOf(ResourceException.class).hasMessageContaining("/queues/visibilityTimeoutSeconds");
    assertThatThrownBy(() -> new Chart(Rendered.CHART).render(Rendered.json("{'queue':{}}")))
        .isInstanceOf(ResourceException.class).hasMessageContaining("queue");
  }

  @Test
  void aSubscriptionToAServiceWithoutATopicIsRefused() {
    assertThatThrownBy(() -> new Chart(Rendered.CHART).render(Rendered.json(
        "{'topology':{'payments':{'queues':{'events':{'from':{'nobody':['tradewind.nobody.Something.v1']}}}}}}")))
        .isInstanceOf(ResourceException.class).hasMessageContaining("nobody has no topic");
  }

  @Test
  void aDirectoryWithoutAChartIsRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> new Chart(empty)).isInstanceOf(ResourceException.class).hasMessageContaining("No Chart.yaml");
  }
}
