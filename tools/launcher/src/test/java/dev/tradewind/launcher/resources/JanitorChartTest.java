package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one function there is: who wakes it, and how little it may do. */
class JanitorChartTest {

  private static final List<Manifest> CHART = Rendered.onAws();
  private static final String NAME = "tradewind-janitor";

  private static Manifest rendered(String kind, String values) {
    return Rendered.named(new Chart(Rendered.CHART).render(Rendered.json(values)), kind, NAME);
  }

  private static List<JsonNode> statements(Manifest role) {
    var statements = new ArrayList<JsonNode>();
    Rendered.json(role.spec().at("/inlinePolicies/janitor").asText()).path("Statement").forEach(statements::add);
    return statements;
  }

  private static List<String> texts(JsonNode oneOrMany) {
    var texts = new ArrayList<String>();
    (oneOrMany.isArray() ? oneOrMany : oneOrMany.path("none")).forEach(each -> texts.add(each.asText()));
    return oneOrMany.isTextual() ? List.of(oneOrMany.asText()) : texts;
  }

  @Test
  void theScheduleMayWakeItThroughItsAliasAndNobodyElseMay() {
    Manifest rule = Rendered.named(CHART, "Rule", NAME);
    Manifest alias = Rendered.named(CHART, "Alias", NAME);

    assertThat(rule.text("scheduleExpression")).isEqualTo("rate(1 day)");
    assertThat(rule.spec().at("/targets/0/arn").asText()).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:tradewind-janitor:scheduled");
    assertThat(alias.text("name")).isEqualTo("scheduled");
    assertThat(alias.text("functionVersion")).isEqualTo("$LATEST");
    assertThat(alias.spec().path("permissions")).hasSize(1);
    assertThat(alias.spec().at("/permissions/0/principal").asText()).isEqualTo("events.amazonaws.com");
    assertThat(alias.spec().at("/permissions/0/sourceARN").asText()).isEqualTo("arn:aws:events:us-east-1:000000000000:rule/tradewind-janitor");
  }

  @Test
  void itReadsEverythingAndWritesNothingButMergedObjectsAndManifests() {
    var statements = statements(Rendered.named(CHART, "Role", NAME));

    assertThat(statements).allSatisfy(statement -> {
      assertThat(texts(statement.path("Action"))).isNotEmpty().noneMatch(action -> action.equals("*") || action.endsWith(":*"));
      assertThat(texts(statement.path("Resource"))).isNotEmpty().noneMatch("*"::equals);
    });
    assertThat(statements.stream().flatMap(statement -> texts(statement.path("Action")).stream()).filter(action -> action.startsWith("dynamodb:")))
        .containsExactly("dynamodb:Scan");
    assertThat(statement(statements, "ReadJournals")).extracting(arn -> arn.substring(arn.lastIndexOf('/') + 1)).containsExactlyInAnyOrder(
        "tradewind-orders", "tradewind-payments", "tradewind-shipping", "tradewind-notifications", "tradewind-insights", "tradewind-inventory");
    assertThat(statement(statements, "WriteMerged")).containsExactly("arn:aws:s3:::tradewind-archive-000000000000-us-east-1/events/*/whole-*",
        "arn:aws:s3:::tradewind-archive-000000000000-us-east-1/manifests/*");
    assertThat(statements).filteredOn(statement -> statement.path("Effect").asText().equals("Deny")).singleElement()
        .satisfies(deny -> assertThat(texts(deny.path("Resource"))).containsExactly(
            "arn:aws:s3:::tradewind-archive-000000000000-us-east-1/events/*/whole-*"));
    assertThat(statement(statements, "Tell")).containsExactly("arn:aws:sns:us-east-1:000000000000:tradewind-janitor");
    assertThat(statements).noneMatch(statement -> statement.path("Sid").asText().equals("UseKeys"));
  }

  private static List<String> statement(List<JsonNode> statements, String sid) {
    return statements.stream().filter(statement -> statement.path("Sid").asText().equals(sid)).findFirst()
        .map(statement -> texts(statement.path("Resource"))).orElseThrow();
  }

  @Test
  void withKeysOfOnesOwnItMayUseThose() {
    Manifest role = rendered("Role", "{'tables':{'encryption':{'kmsKeyId':'arn:of:tables'}},'buckets':{'encryption':{'kmsKeyId':'arn:of:buckets'}}}");

    assertThat(statement(statements(role), "UseKeys")).containsExactly("arn:of:tables", "arn:of:buckets");
  }

  @Test
  void itKnowsWhereItIsAndWhatItWasTold() {
    Manifest function = rendered("Function",
        "{'prefix':'tradewind','region':'eu-central-1','accountId':'123456789012','janitor':{'settings':{'SINCE_DAYS':'7'}}}");
    JsonNode variables = function.spec().at("/environment/variables");

    assertThat(variables.path("TRADEWIND_JANITOR_BUCKET").asText()).isEqualTo("tradewind-archive-123456789012-eu-central-1");
    assertThat(variables.path("TRADEWIND_JANITOR_PREFIX").asText()).isEqualTo("tradewind-");
    assertThat(variables.path("TRADEWIND_JANITOR_ACCOUNT_ID").asText()).isEqualTo("123456789012");
    assertThat(variables.path("TRADEWIND_JANITOR_SINCE_DAYS").asText()).isEqualTo("7");
    assertThat(function.text("role")).isEqualTo("arn:aws:iam::123456789012:role/tradewind-janitor");
    assertThat(function.spec().at("/code/s3Bucket").asText()).isEqualTo("tradewind-code-123456789012-eu-central-1");
    assertThat(function.spec().path("timeout").intValue()).isEqualTo(900);
    assertThat(function.spec().path("reservedConcurrentExecutions").intValue()).isEqualTo(1);
  }

  @Test
  void aScheduleThatIsNoneIsRefused() {
    ObjectNode values = Rendered.json("{'janitor':{'schedule':'hourly'}}");

    assertThatThrownBy(() -> new Chart(Rendered.CHART).render(values)).isInstanceOf(ResourceException.class).hasMessageContaining("schedule");
  }
}
