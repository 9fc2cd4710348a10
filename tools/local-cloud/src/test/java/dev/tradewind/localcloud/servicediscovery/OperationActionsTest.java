package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperationActionsTest {

  private final CloudMap cloudMap = CloudMap.prompt();

  private List<String> list(String parameters) {
    return cloudMap.call("ListOperations", parameters).get("Operations").findValuesAsText("Id");
  }

  private static String by(String filter) {
    return "{'Filters':[" + filter + "]}";
  }

  @Test
  void an_operation_shows_what_it_does_and_when() {
    var id = cloudMap.call("CreateHttpNamespace", "{'Name':'shop'}").get("OperationId").textValue();
    var operation = cloudMap.operation(id);
    assertThat(id).matches("[a-z2-7]{32}-[a-z2-7]{8}");
    assertThat(operation.get("Type").textValue()).isEqualTo("CREATE_NAMESPACE");
    assertThat(operation.get("Status").textValue()).isEqualTo("SUCCESS");
    assertThat(operation.get("CreateDate").decimalValue().movePointRight(3).longValueExact()).isEqualTo(cloudMap.clock.millis());
    assertThat(operation.get("UpdateDate")).isEqualTo(operation.get("CreateDate"));
    assertThat(cloudMap.refused("GetOperation", "{'OperationId':'none'}").type()).isEqualTo("OperationNotFound");
  }

  @Test
  void operations_are_listed_by_what_they_are_about() {
    var namespace = cloudMap.namespace("shop");
    cloudMap.namespace("other");
    var service = cloudMap.service(namespace, "orders", "");
    cloudMap.clock.pass(Duration.ofSeconds(10));
    var register = cloudMap.register(service, "one", "{}");
    var deregister = cloudMap.deregister(service, "one");
    assertThat(list("{}")).hasSize(4);
    assertThat(list(by("{'Name':'NAMESPACE_ID','Values':['%s']}".formatted(namespace)))).hasSize(3);
    assertThat(list(by("{'Name':'SERVICE_ID','Values':['%s']}".formatted(service)))).containsExactlyInAnyOrder(register, deregister);
    assertThat(list(by("{'Name':'TYPE','Values':['REGISTER_INSTANCE','UPDATE_SERVICE'],'Condition':'IN'}"))).containsExactly(register);
    assertThat(list(by("{'Name':'STATUS','Values':['SUCCESS']}"))).hasSize(4);
    long now = cloudMap.clock.millis() / 1_000;
    assertThat(list(by("{'Name':'UPDATE_DATE','Values':['%d','%d'],'Condition':'BETWEEN'}".formatted(now - 1, now + 1))))
        .containsExactlyInAnyOrder(register, deregister);
  }

  @Test
  void operations_come_in_pages() {
    IntStream.range(0, 5).forEach(i -> cloudMap.namespace("n" + i));
    var first = cloudMap.call("ListOperations", "{'MaxResults':3}");
    assertThat(first.get("Operations")).hasSize(3);
    assertThat(list("{'MaxResults':3,'NextToken':'%s'}".formatted(first.get("NextToken").textValue()))).hasSize(2);
  }

  @Test
  void only_the_latest_are_remembered() {
    var service = cloudMap.service(cloudMap.namespace("shop"), "orders", "");
    var first = cloudMap.register(service, "one", "{}");
    IntStream.range(0, 10_000).forEach(i -> cloudMap.register(service, "one", "{}"));
    assertThat(cloudMap.refused("GetOperation", "{'OperationId':'%s'}".formatted(first)).type()).isEqualTo("OperationNotFound");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'Name':'COLOUR','Values':['a']}                                   | COLOUR
      {'Name':'TYPE','Values':['a'],'Condition':'LIKE'}                  | LIKE
      {'Name':'TYPE','Values':['a','b']}                                 | EQ
      {'Name':'TYPE','Values':[],'Condition':'IN'}                       | IN
      {'Name':'UPDATE_DATE','Values':['1'],'Condition':'BETWEEN'}        | BETWEEN
      {'Name':'UPDATE_DATE','Values':['a','b'],'Condition':'BETWEEN'}    | seconds
      {'Values':['a']}                                                   | name
      """)
  void a_filter_that_makes_no_sense_is_refused(String filter, String named) {
    cloudMap.namespace("shop");
    var refusal = cloudMap.refused("ListOperations", by(filter));
    assertThat(refusal.type()).isEqualTo("InvalidInput");
    assertThat(refusal).hasMessageContaining(named);
  }
}
