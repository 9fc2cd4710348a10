package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamespaceActionsTest {

  private final CloudMap cloudMap = CloudMap.prompt();

  private JsonNode get(String id) {
    return cloudMap.call("GetNamespace", "{'Id':'%s'}".formatted(id)).get("Namespace");
  }

  private List<String> list(String parameters) {
    var listed = cloudMap.call("ListNamespaces", parameters).get("Namespaces");
    return StreamSupport.stream(listed.spliterator(), false).map(namespace -> namespace.get("Name").textValue()).sorted().toList();
  }

  @Test
  void a_namespace_shows_what_it_is() {
    cloudMap.call("CreateHttpNamespace", "{'Name':'shop','Description':'the shop','CreatorRequestId':'r','Tags':[{'Key':'a','Value':'1'}]}");
    var listed = cloudMap.call("ListNamespaces", "{}").at("/Namespaces/0");
    var id = listed.get("Id").textValue();
    assertThat(id).matches("ns-[a-z2-7]{16}");
    var namespace = get(id);
    assertThat(namespace.get("Arn").textValue()).isEqualTo("arn:aws:servicediscovery:us-east-1:000000000000:namespace/" + id);
    assertThat(namespace.get("Type").textValue()).isEqualTo("HTTP");
    assertThat(namespace.get("Description").textValue()).isEqualTo("the shop");
    assertThat(namespace.get("CreatorRequestId").textValue()).isEqualTo("r");
    assertThat(namespace.get("ServiceCount").intValue()).isZero();
    assertThat(namespace.at("/Properties/HttpProperties/HttpName").textValue()).isEqualTo("shop");
    assertThat(namespace.get("CreateDate").decimalValue().movePointRight(3).longValueExact()).isEqualTo(cloudMap.clock.millis());
  }

  @Test
  void a_private_namespace_is_one_like_the_others() {
    assertThat(cloudMap.refused("CreatePrivateDnsNamespace", "{'Name':'shop.local'}")).hasMessageContaining("vpc");
    cloudMap.call("CreatePrivateDnsNamespace", "{'Name':'shop.local','Vpc':'vpc-1','Properties':{'DnsProperties':{'SOA':{'TTL':60}}}}");
    var id = cloudMap.call("ListNamespaces", "{}").at("/Namespaces/0/Id").textValue();
    assertThat(get(id).get("Type").textValue()).isEqualTo("DNS_PRIVATE");
    var service = cloudMap.service(id, "orders", "");
    cloudMap.register(service, "one", "{'a':'1'}");
    assertThat(cloudMap.discover("shop.local", "orders", "")).containsExactly("one");
  }

  @Test
  void creating_it_again_finds_it_when_it_is_the_same_request() {
    var first = cloudMap.call("CreateHttpNamespace", "{'Name':'shop','CreatorRequestId':'r'}").get("OperationId").textValue();
    var again = cloudMap.call("CreateHttpNamespace", "{'Name':'shop','CreatorRequestId':'r'}").get("OperationId").textValue();
    assertThat(cloudMap.operation(again).get("Targets")).isEqualTo(cloudMap.operation(first).get("Targets"));
    assertThat(list("{}")).containsExactly("shop");
  }

  @Test
  void creating_it_by_another_request_is_refused_and_says_which_there_is() {
    var id = cloudMap.namespace("shop");
    for (var request : List.of("{'Name':'shop'}", "{'Name':'shop','CreatorRequestId':'other'}")) {
      var refusal = cloudMap.refused("CreateHttpNamespace", request);
      assertThat(refusal.type()).isEqualTo("NamespaceAlreadyExists");
      assertThat(refusal.details()).containsEntry("NamespaceId", id);
    }
  }

  @Test
  void a_namespace_that_is_not_there_is_not_found() {
    assertThat(cloudMap.refused("GetNamespace", "{'Id':'ns-none'}").type()).isEqualTo("NamespaceNotFound");
    assertThat(cloudMap.refused("DeleteNamespace", "{'Id':'ns-none'}").type()).isEqualTo("NamespaceNotFound");
  }

  @Test
  void a_namespace_with_services_is_not_deleted() {
    var id = cloudMap.namespace("shop");
    var service = cloudMap.service(id, "orders", "");
    assertThat(get(id).get("ServiceCount").intValue()).isEqualTo(1);
    assertThat(cloudMap.refused("DeleteNamespace", "{'Id':'%s'}".formatted(id)).type()).isEqualTo("ResourceInUse");
    cloudMap.call("DeleteService", "{'Id':'%s'}".formatted(service));
    var operation = cloudMap.call("DeleteNamespace", "{'Id':'%s'}".formatted(id)).get("OperationId").textValue();
    assertThat(cloudMap.operation(operation).get("Type").textValue()).isEqualTo("DELETE_NAMESPACE");
    assertThat(list("{}")).isEmpty();
    assertThat(cloudMap.namespace("shop")).isNotEqualTo(id);
  }

  @Test
  void namespaces_are_listed_by_filters() {
    cloudMap.namespace("shop");
    cloudMap.namespace("shop-test");
    cloudMap.call("CreatePrivateDnsNamespace", "{'Name':'other','Vpc':'vpc-1'}");
    assertThat(list("{'Filters':[{'Name':'NAME','Values':['shop']}]}")).containsExactly("shop");
    assertThat(list("{'Filters':[{'Name':'HTTP_NAME','Values':['shop'],'Condition':'BEGINS_WITH'}]}")).containsExactly("shop", "shop-test");
    assertThat(list("{'Filters':[{'Name':'TYPE','Values':['DNS_PRIVATE'],'Condition':'EQ'}]}")).containsExactly("other");
    assertThat(list("{'Filters':[{'Name':'TYPE','Values':['DNS_PRIVATE']},{'Name':'NAME','Values':['shop']}]}")).isEmpty();
  }

  @Test
  void namespaces_come_in_pages() {
    var all = IntStream.range(0, 5).mapToObj(i -> cloudMap.namespace("n" + i)).sorted().toList();
    var first = cloudMap.call("ListNamespaces", "{'MaxResults':3}");
    assertThat(first.get("Namespaces").findValuesAsText("Id")).isEqualTo(all.subList(0, 3));
    var second = cloudMap.call("ListNamespaces", "{'MaxResults':3,'NextToken':'%s'}".formatted(first.get("NextToken").textValue()));
    assertThat(second.get("Namespaces").findValuesAsText("Id")).isEqualTo(all.subList(3, 5));
    assertThat(second.has("NextToken")).isFalse();
  }

  @Test
  void there_are_fifty_namespaces_at_most() {
    IntStream.range(0, 50).forEach(i -> cloudMap.namespace("n" + i));
    assertThat(cloudMap.refused("CreateHttpNamespace", "{'Name':'one-more'}").type()).isEqualTo("ResourceLimitExceeded");
  }
}
