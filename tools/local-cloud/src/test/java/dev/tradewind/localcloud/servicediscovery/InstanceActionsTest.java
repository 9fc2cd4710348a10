package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstanceActionsTest {

  private final CloudMap cloudMap = CloudMap.prompt();
  private final String namespace = cloudMap.namespace("shop");
  private final String service = cloudMap.service(namespace, "orders", "");

  private JsonNode get(String instance) {
    return cloudMap.call("GetInstance", CloudMap.instance(service, instance)).get("Instance");
  }

  @Test
  void an_instance_shows_what_it_was_registered_with() {
    cloudMap.call("RegisterInstance",
        "{'ServiceId':'%s','InstanceId':'one','CreatorRequestId':'r','Attributes':{'b':'2','a':'1'}}".formatted(service));
    assertThat(get("one")).hasToString("{\"Id\":\"one\",\"Attributes\":{\"a\":\"1\",\"b\":\"2\"},\"CreatorRequestId\":\"r\"}");
    assertThat(cloudMap.call("ListInstances", "{'ServiceId':'%s'}".formatted(service)).get("Instances"))
        .hasToString("[{\"Id\":\"one\",\"Attributes\":{\"a\":\"1\",\"b\":\"2\"}}]");
  }

  @Test
  void a_registration_is_an_operation_that_is_done() {
    var operation = cloudMap.operation(cloudMap.register(service, "one", "{'a':'1'}"));
    assertThat(operation.get("Type").textValue()).isEqualTo("REGISTER_INSTANCE");
    assertThat(operation.get("Status").textValue()).isEqualTo("SUCCESS");
    assertThat(operation.at("/Targets/INSTANCE").textValue()).isEqualTo("one");
    assertThat(operation.at("/Targets/SERVICE").textValue()).isEqualTo(service);
  }

  @Test
  void registering_it_again_replaces_all_attributes() {
    cloudMap.register(service, "one", "{'a':'1','b':'2'}");
    cloudMap.register(service, "one", "{'a':'3'}");
    assertThat(get("one").get("Attributes")).hasToString("{\"a\":\"3\"}");
    assertThat(cloudMap.call("ListInstances", "{'ServiceId':'%s'}".formatted(service)).get("Instances")).hasSize(1);
  }

  @Test
  void an_instance_may_have_no_attributes_but_must_say_so() {
    cloudMap.register(service, "one", "{}");
    assertThat(get("one").get("Attributes")).isEmpty();
    assertThat(cloudMap.refused("RegisterInstance", CloudMap.instance(service, "two"))).hasMessageContaining("attributes");
  }

  @Test
  void a_deregistered_instance_is_gone() {
    cloudMap.register(service, "one", "{'a':'1'}");
    assertThat(cloudMap.operation(cloudMap.deregister(service, "one")).get("Type").textValue()).isEqualTo("DEREGISTER_INSTANCE");
    assertThat(cloudMap.refused("GetInstance", CloudMap.instance(service, "one")).type()).isEqualTo("InstanceNotFound");
    assertThat(cloudMap.refused("DeregisterInstance", CloudMap.instance(service, "one")).type()).isEqualTo("InstanceNotFound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RegisterInstance", "DeregisterInstance", "GetInstance", "ListInstances", "GetInstancesHealthStatus"})
  void an_instance_of_no_service_is_refused(String operation) {
    assertThat(cloudMap.refused(operation, CloudMap.registration("srv-none", "one", "{}")).type()).isEqualTo("ServiceNotFound");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      has space | {}            | InvalidInput           | instanceId
      one       | {'a b':'1'}   | InvalidInput           | key
      one       | {'a':1}       | SerializationException | maps a to 1
      """)
  void what_may_not_be_is_refused_by_name(String instance, String attributes, String type, String named) {
    var refusal = cloudMap.refused("RegisterInstance", CloudMap.registration(service, instance, attributes));
    assertThat(refusal.type()).isEqualTo(type);
    assertThat(refusal).hasMessageContaining(named);
  }

  @Test
  void attributes_that_the_records_of_the_service_need_are_asked_for() {
    cloudMap.call("CreatePrivateDnsNamespace", "{'Name':'shop.local','Vpc':'vpc-1'}");
    var id = cloudMap.call("ListNamespaces", "{'Filters':[{'Name':'TYPE','Values':['DNS_PRIVATE']}]}").at("/Namespaces/0/Id").textValue();
    var named = cloudMap.service(id, "orders", ",'DnsConfig':{'DnsRecords':[{'Type':'A','TTL':60}]}");
    assertThat(cloudMap.refused("RegisterInstance", CloudMap.registration(named, "one", "{'a':'1'}"))).hasMessageContaining("AWS_INSTANCE_IPV4");
    cloudMap.register(named, "one", "{'AWS_INSTANCE_IPV4':'10.0.0.1'}");
    assertThat(cloudMap.discover("shop.local", "orders", "")).containsExactly("one");
  }

  @Test
  void many_that_register_at_once_are_all_there() {
    IntStream.range(0, 500).parallel().forEach(i -> cloudMap.register(service, "i" + i, "{'number':'" + i + "'}"));
    assertThat(cloudMap.discover("shop", "orders", ",'MaxResults':1000")).hasSize(500);
    IntStream.range(0, 500).parallel().forEach(i -> cloudMap.deregister(service, "i" + i));
    assertThat(cloudMap.discover("shop", "orders", "")).isEmpty();
  }

  @Test
  void instances_come_in_pages() {
    IntStream.range(0, 5).forEach(i -> cloudMap.register(service, "i" + i, "{}"));
    var first = cloudMap.call("ListInstances", "{'ServiceId':'%s','MaxResults':3}".formatted(service));
    assertThat(first.get("Instances").findValuesAsText("Id")).containsExactly("i0", "i1", "i2");
    var second = cloudMap.call("ListInstances",
        "{'ServiceId':'%s','MaxResults':3,'NextToken':'%s'}".formatted(service, first.get("NextToken").textValue()));
    assertThat(second.get("Instances").findValuesAsText("Id")).containsExactly("i3", "i4");
    assertThat(second.has("NextToken")).isFalse();
    assertThat(cloudMap.refused("ListInstances", "{'ServiceId':'%s','MaxResults':101}".formatted(service))).hasMessageContaining("maxResults");
  }

  @Test
  void a_service_has_a_thousand_instances_and_a_namespace_two_thousand_at_most() {
    IntStream.range(0, 1_000).forEach(i -> cloudMap.register(service, "i" + i, "{}"));
    cloudMap.register(service, "i0", "{'again':'1'}");
    assertThat(cloudMap.refused("RegisterInstance", CloudMap.registration(service, "more", "{}")).type()).isEqualTo("ResourceLimitExceeded");
    var second = cloudMap.service(namespace, "second", "");
    IntStream.range(0, 1_000).forEach(i -> cloudMap.register(second, "i" + i, "{}"));
    var third = cloudMap.service(namespace, "third", "");
    assertThat(cloudMap.refused("RegisterInstance", CloudMap.registration(third, "more", "{}")))
        .hasMessageContaining("2000 instances in a namespace");
    cloudMap.deregister(second, "i0");
    cloudMap.register(third, "more", "{}");
  }
}
