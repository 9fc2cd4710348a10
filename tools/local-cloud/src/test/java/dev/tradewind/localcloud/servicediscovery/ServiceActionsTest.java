package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceActionsTest {

  private static final String A_RECORD = "'DnsConfig':{'DnsRecords':[{'Type':'A','TTL':60}],'RoutingPolicy':'WEIGHTED'}";

  private final CloudMap cloudMap = CloudMap.prompt();
  private final String namespace = cloudMap.namespace("shop");

  private JsonNode get(String id) {
    return cloudMap.call("GetService", "{'Id':'%s'}".formatted(id)).get("Service");
  }

  private String inPrivateNamespace(String settings) {
    cloudMap.call("CreatePrivateDnsNamespace", "{'Name':'shop.local','Vpc':'vpc-1'}");
    var id = cloudMap.call("ListNamespaces", "{'Filters':[{'Name':'NAME','Values':['shop.local']}]}").at("/Namespaces/0/Id").textValue();
    return cloudMap.service(id, "orders", settings);
  }

  private void update(String id, String change) {
    cloudMap.call("UpdateService", "{'Id':'%s','Service':%s}".formatted(id, change));
  }

  @Test
  void a_service_shows_what_it_is() {
    var id = cloudMap.service(namespace, "orders", ",'Description':'takes orders','CreatorRequestId':'r','HealthCheckCustomConfig':{}");
    var service = get(id);
    assertThat(id).matches("srv-[a-z2-7]{16}");
    assertThat(service.get("Arn").textValue()).isEqualTo("arn:aws:servicediscovery:us-east-1:000000000000:service/" + id);
    assertThat(service.get("Name").textValue()).isEqualTo("orders");
    assertThat(service.get("NamespaceId").textValue()).isEqualTo(namespace);
    assertThat(service.get("Type").textValue()).isEqualTo("HTTP");
    assertThat(service.get("Description").textValue()).isEqualTo("takes orders");
    assertThat(service.get("CreatorRequestId").textValue()).isEqualTo("r");
    assertThat(service.at("/HealthCheckCustomConfig/FailureThreshold").intValue()).isEqualTo(1);
    assertThat(service.get("InstanceCount").intValue()).isZero();
    assertThat(service.has("DnsConfig")).isFalse();
  }

  @Test
  void creating_it_again_finds_it_when_it_is_the_same_request() {
    var id = cloudMap.service(namespace, "orders", ",'CreatorRequestId':'r'");
    assertThat(cloudMap.service(namespace, "orders", ",'CreatorRequestId':'r'")).isEqualTo(id);
  }

  @Test
  void creating_it_by_another_request_is_refused_and_says_which_there_is() {
    var id = cloudMap.service(namespace, "orders", ",'CreatorRequestId':'r'");
    var refusal = cloudMap.refused("CreateService", "{'NamespaceId':'%s','Name':'orders','CreatorRequestId':'s'}".formatted(namespace));
    assertThat(refusal.type()).isEqualTo("ServiceAlreadyExists");
    assertThat(refusal.details()).containsEntry("ServiceId", id).containsEntry("CreatorRequestId", "r");
  }

  @Test
  void the_same_name_in_another_namespace_is_another_service() {
    var id = cloudMap.service(namespace, "orders", "");
    var other = cloudMap.service(cloudMap.namespace("other"), "orders", "");
    assertThat(other).isNotEqualTo(id);
    assertThat(cloudMap.call("ListServices", "{}").get("Services")).hasSize(2);
    assertThat(cloudMap.call("ListServices", "{'Filters':[{'Name':'NAMESPACE_ID','Values':['%s'],'Condition':'EQ'}]}".formatted(namespace))
        .get("Services").findValuesAsText("Id")).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "a b", ".", "a..b"})
  void a_name_is_one_as_in_dns(String name) {
    assertThat(cloudMap.refused("CreateService", "{'NamespaceId':'%s','Name':'%s'}".formatted(namespace, name)).type()).isEqualTo("InvalidInput");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "_orders._tcp", "orders-v1", "A.b.C"})
  void these_are_names(String name) {
    assertThat(get(cloudMap.service(namespace, name, "")).get("Name").textValue()).isEqualTo(name);
  }

  @Test
  void what_is_not_there_is_not_found() {
    assertThat(cloudMap.refused("CreateService", "{'Name':'orders','NamespaceId':'ns-none'}").type()).isEqualTo("NamespaceNotFound");
    assertThat(cloudMap.refused("CreateService", "{'Name':'orders'}")).hasMessageContaining("namespaceId");
    assertThat(cloudMap.refused("GetService", "{'Id':'srv-none'}").type()).isEqualTo("ServiceNotFound");
    assertThat(cloudMap.refused("UpdateService", "{'Id':'srv-none','Service':{}}").type()).isEqualTo("ServiceNotFound");
    assertThat(cloudMap.refused("DeleteService", "{'Id':'srv-none'}").type()).isEqualTo("ServiceNotFound");
  }

  @Test
  void health_checks_by_aws_are_refused_with_what_to_do() {
    assertThat(cloudMap.refused("CreateService", "{'Name':'orders','NamespaceId':'%s','HealthCheckConfig':{'Type':'TCP'}}".formatted(namespace)))
        .hasMessageContaining("use HealthCheckCustomConfig");
  }

  @Test
  void dns_records_are_shown_as_they_were_given() {
    var service = get(inPrivateNamespace("," + A_RECORD));
    assertThat(service.get("Type").textValue()).isEqualTo("DNS_HTTP");
    assertThat(service.get("DnsConfig")).hasToString("{\"RoutingPolicy\":\"WEIGHTED\",\"DnsRecords\":[{\"Type\":\"A\",\"TTL\":60}]}");
  }

  @Test
  void dns_records_have_no_place_where_there_is_no_dns() {
    assertThat(cloudMap.refused("CreateService", "{'Name':'orders','NamespaceId':'%s',%s}".formatted(namespace, A_RECORD)).type())
        .isEqualTo("InvalidInput");
    assertThat(cloudMap.refused("CreateService", "{'Name':'orders','DnsConfig':{'NamespaceId':'%s','DnsRecords':[]}}".formatted(namespace)))
        .hasMessageContaining("dnsRecords");
  }

  @Test
  void an_update_changes_what_it_says_and_drops_records_it_does_not_name() {
    var id = inPrivateNamespace(",'Description':'old'," + A_RECORD);
    update(id, "{'Description':'new','DnsConfig':{'DnsRecords':[{'Type':'A','TTL':5}]}}");
    assertThat(get(id).get("Description").textValue()).isEqualTo("new");
    assertThat(get(id).get("DnsConfig")).hasToString("{\"RoutingPolicy\":\"WEIGHTED\",\"DnsRecords\":[{\"Type\":\"A\",\"TTL\":5}]}");
    assertThat(cloudMap.refused("UpdateService", "{'Id':'%s','Service':{'DnsConfig':{'DnsRecords':[{'Type':'SRV','TTL':5}]}}}".formatted(id)))
        .hasMessageContaining("cannot change");
    update(id, "{}");
    assertThat(get(id).get("Description").textValue()).isEqualTo("new");
    assertThat(get(id).has("DnsConfig")).isFalse();
  }

  @Test
  void a_service_with_instances_is_not_deleted() {
    var id = cloudMap.service(namespace, "orders", "");
    cloudMap.register(id, "one", "{'a':'1'}");
    assertThat(get(id).get("InstanceCount").intValue()).isEqualTo(1);
    assertThat(cloudMap.refused("DeleteService", "{'Id':'%s'}".formatted(id)).type()).isEqualTo("ResourceInUse");
    cloudMap.deregister(id, "one");
    cloudMap.call("DeleteService", "{'Id':'%s'}".formatted(id));
    assertThat(cloudMap.refused("GetService", "{'Id':'%s'}".formatted(id)).type()).isEqualTo("ServiceNotFound");
  }
}
