package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicediscovery.model.InvalidInputException;
import software.amazon.awssdk.services.servicediscovery.model.Namespace;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceFilterName;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceNotFoundException;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceSummary;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceType;
import software.amazon.awssdk.services.servicediscovery.model.OperationFilterName;
import software.amazon.awssdk.services.servicediscovery.model.OperationNotFoundException;
import software.amazon.awssdk.services.servicediscovery.model.OperationSummary;
import software.amazon.awssdk.services.servicediscovery.model.OperationType;
import software.amazon.awssdk.services.servicediscovery.model.ResourceInUseException;
import software.amazon.awssdk.services.servicediscovery.model.ServiceDiscoveryException;
import software.amazon.awssdk.services.servicediscovery.model.Tag;

@ConformanceTest
class CloudMapNamespaceIT {

  private static Namespace get(Cloud cloud, String id) {
    return cloud.cloudMap.getNamespace(get -> get.id(id)).namespace();
  }

  @Test
  void a_namespace_shows_what_it_is(Cloud cloud) {
    var namespace = cloud.namespace();
    var shown = get(cloud, namespace.id());
    assertThat(shown.id()).isEqualTo(namespace.id()).startsWith("ns-");
    assertThat(shown.name()).isEqualTo(namespace.name());
    assertThat(shown.arn()).startsWith("arn:aws:servicediscovery:").endsWith(":namespace/" + namespace.id());
    assertThat(shown.type()).isEqualTo(NamespaceType.HTTP);
    assertThat(shown.properties().httpProperties().httpName()).isEqualTo(namespace.name());
    assertThat(shown.createDate()).isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(60));
  }

  @Test
  void a_namespace_is_listed_by_its_name(Cloud cloud) {
    var namespace = cloud.namespace();
    cloud.namespace();
    var listed = cloud.cloudMap.listNamespacesPaginator(list -> list
        .filters(filter -> filter.name(NamespaceFilterName.NAME).values(namespace.name())));
    assertThat(listed.stream().flatMap(page -> page.namespaces().stream()).map(NamespaceSummary::id)).containsExactly(namespace.id());
  }

  @Test
  void creating_a_namespace_again_is_refused(Cloud cloud) {
    var namespace = cloud.namespace();
    assertThat(catchThrowableOfType(ServiceDiscoveryException.class,
        () -> cloud.cloudMap.createHttpNamespace(create -> create.name(namespace.name()))).awsErrorDetails().errorCode())
        .isIn("NamespaceAlreadyExists", "DuplicateRequest");
  }

  @Test
  void a_name_with_spaces_is_refused(Cloud cloud) {
    assertThat(catchThrowableOfType(InvalidInputException.class,
        () -> cloud.cloudMap.createHttpNamespace(create -> create.name("no spaces")))).isNotNull();
  }

  @Test
  void what_is_not_there_is_not_found(Cloud cloud) {
    assertThat(catchThrowableOfType(NamespaceNotFoundException.class, () -> get(cloud, "ns-abcdefghijklmnop"))).isNotNull();
    assertThat(catchThrowableOfType(NamespaceNotFoundException.class,
        () -> cloud.cloudMap.deleteNamespace(delete -> delete.id("ns-abcdefghijklmnop")))).isNotNull();
    assertThat(catchThrowableOfType(OperationNotFoundException.class,
        () -> cloud.cloudMap.getOperation(get -> get.operationId("abcdefghijklmnopabcdefghijklmnop-abcdefgh")))).isNotNull();
  }

  @Test
  void a_namespace_with_services_is_not_deleted(Cloud cloud) {
    var namespace = cloud.namespace();
    namespace.service();
    assertThat(catchThrowableOfType(ResourceInUseException.class,
        () -> cloud.cloudMap.deleteNamespace(delete -> delete.id(namespace.id())))).isNotNull();
  }

  @Test
  void a_deleted_namespace_is_gone(Cloud cloud) {
    var namespace = CloudMapNamespace.create(cloud.cloudMap, Cloud.uniqueName());
    namespace.delete();
    assertThat(catchThrowableOfType(NamespaceNotFoundException.class, () -> get(cloud, namespace.id()))).isNotNull();
  }

  @Test
  void its_operations_are_listed(Cloud cloud) {
    var namespace = cloud.namespace();
    var listed = cloud.cloudMap.listOperationsPaginator(list -> list.filters(
        filter -> filter.name(OperationFilterName.NAMESPACE_ID).values(namespace.id()),
        filter -> filter.name(OperationFilterName.TYPE).values(OperationType.CREATE_NAMESPACE.toString())));
    assertThat(listed.stream().flatMap(page -> page.operations().stream()).map(OperationSummary::statusAsString)).containsExactly("SUCCESS");
  }

  @Test
  void tags_are_kept(Cloud cloud) {
    var arn = get(cloud, cloud.namespace().id()).arn();
    cloud.cloudMap.tagResource(add -> add.resourceARN(arn).tags(tag("a", "1"), tag("b", "2")));
    cloud.cloudMap.untagResource(remove -> remove.resourceARN(arn).tagKeys("a"));
    assertThat(cloud.cloudMap.listTagsForResource(list -> list.resourceARN(arn)).tags()).containsExactly(tag("b", "2"));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
