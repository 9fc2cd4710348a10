package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DiscoverActionsTest {

  private final CloudMap cloudMap = CloudMap.prompt();
  private final String namespace = cloudMap.namespace("shop");
  private final String service = cloudMap.service(namespace, "orders", "");

  private void register(int instances) {
    IntStream.range(0, instances).forEach(i -> cloudMap.register(service, "i" + i, "{'number':'%d','parity':'%d'}".formatted(i, i % 2)));
  }

  @Test
  void an_instance_is_found_with_all_that_callers_may_know() {
    cloudMap.register(service, "one", "{'AWS_INSTANCE_IPV4':'10.0.0.1','zone':'a'}");
    var answer = cloudMap.call("DiscoverInstances", CloudMap.names("shop", "orders", ""));
    assertThat(answer.get("Instances")).hasToString("[{\"InstanceId\":\"one\",\"NamespaceName\":\"shop\",\"ServiceName\":\"orders\","
        + "\"HealthStatus\":\"UNKNOWN\",\"Attributes\":{\"AWS_INSTANCE_IPV4\":\"10.0.0.1\",\"zone\":\"a\"}}]");
    assertThat(answer.get("InstancesRevision").longValue()).isEqualTo(cloudMap.revision("shop", "orders"));
  }

  @Test
  void a_service_without_instances_is_found_empty() {
    assertThat(cloudMap.discover("shop", "orders", "")).isEmpty();
  }

  @Test
  void query_parameters_must_match_all() {
    register(6);
    assertThat(cloudMap.discover("shop", "orders", ",'QueryParameters':{'parity':'1'}")).containsExactly("i1", "i3", "i5");
    assertThat(cloudMap.discover("shop", "orders", ",'QueryParameters':{'parity':'1','number':'3'}")).containsExactly("i3");
    assertThat(cloudMap.discover("shop", "orders", ",'QueryParameters':{'parity':'1','number':'2'}")).isEmpty();
    assertThat(cloudMap.discover("shop", "orders", ",'QueryParameters':{'other':'1'}")).isEmpty();
  }

  @Test
  void optional_parameters_match_when_anything_does() {
    register(4);
    assertThat(cloudMap.discover("shop", "orders", ",'QueryParameters':{'parity':'1'},'OptionalParameters':{'number':'3'}")).containsExactly("i3");
    assertThat(cloudMap.discover("shop", "orders", ",'QueryParameters':{'parity':'1'},'OptionalParameters':{'number':'2'}"))
        .containsExactly("i1", "i3");
  }

  @Test
  void a_hundred_are_found_unless_more_are_asked_for() {
    register(150);
    assertThat(cloudMap.discover("shop", "orders", "")).hasSize(100);
    assertThat(cloudMap.discover("shop", "orders", ",'MaxResults':1000")).hasSize(150);
    assertThat(cloudMap.discover("shop", "orders", ",'MaxResults':7")).hasSize(7);
  }

  @Test
  void callers_that_take_few_do_not_all_take_the_same() {
    register(20);
    var taken = new HashSet<String>();
    IntStream.range(0, 200).forEach(i -> taken.addAll(cloudMap.discover("shop", "orders", ",'MaxResults':1")));
    assertThat(taken).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'NamespaceName':'none','ServiceName':'orders'}                       | NamespaceNotFound | none
      {'NamespaceName':'shop','ServiceName':'none'}                         | ServiceNotFound   | none
      {'ServiceName':'orders'}                                              | InvalidInput      | namespaceName
      {'NamespaceName':'shop'}                                              | InvalidInput      | serviceName
      {'NamespaceName':'shop','ServiceName':'orders','MaxResults':0}        | InvalidInput      | maxResults
      {'NamespaceName':'shop','ServiceName':'orders','MaxResults':1001}     | InvalidInput      | maxResults
      {'NamespaceName':'shop','ServiceName':'orders','HealthStatus':'WELL'} | InvalidInput      | HEALTHY_OR_ELSE_ALL
      """)
  void what_makes_no_sense_is_refused_with_what_is_wrong(String parameters, String type, String named) {
    var refusal = cloudMap.refused("DiscoverInstances", parameters);
    assertThat(refusal.type()).isEqualTo(type);
    assertThat(refusal).hasMessageContaining(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'NamespaceName':'none','ServiceName':'orders'}", "{'NamespaceName':'shop','ServiceName':'none'}"})
  void the_revision_of_what_is_not_there_is_refused(String parameters) {
    assertThat(cloudMap.refused("DiscoverInstancesRevision", parameters).type()).endsWith("NotFound");
  }

  @Test
  void the_revision_grows_when_instances_come_change_and_go_and_only_then() {
    long empty = cloudMap.revision("shop", "orders");
    cloudMap.register(service, "one", "{'a':'1'}");
    long come = cloudMap.revision("shop", "orders");
    cloudMap.register(service, "one", "{'a':'1'}");
    assertThat(cloudMap.revision("shop", "orders")).isEqualTo(come).isGreaterThan(empty);
    cloudMap.register(service, "one", "{'a':'2'}");
    long changed = cloudMap.revision("shop", "orders");
    cloudMap.deregister(service, "one");
    assertThat(cloudMap.revision("shop", "orders")).isGreaterThan(changed);
    assertThat(changed).isGreaterThan(come);
  }

  @Test
  void the_revision_of_a_service_made_anew_is_not_one_of_the_old_one() {
    cloudMap.register(service, "one", "{}");
    cloudMap.deregister(service, "one");
    long last = cloudMap.revision("shop", "orders");
    cloudMap.call("DeleteService", "{'Id':'%s'}".formatted(service));
    cloudMap.clock.pass(Duration.ofSeconds(1));
    cloudMap.service(namespace, "orders", "");
    assertThat(cloudMap.revision("shop", "orders")).isGreaterThan(last);
  }
}
