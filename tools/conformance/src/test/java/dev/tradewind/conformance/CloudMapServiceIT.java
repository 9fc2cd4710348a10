package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicediscovery.model.InvalidInputException;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceNotFoundException;
import software.amazon.awssdk.services.servicediscovery.model.ResourceInUseException;
import software.amazon.awssdk.services.servicediscovery.model.Service;
import software.amazon.awssdk.services.servicediscovery.model.ServiceAlreadyExistsException;
import software.amazon.awssdk.services.servicediscovery.model.ServiceNotFoundException;
import software.amazon.awssdk.services.servicediscovery.model.ServiceSummary;
import software.amazon.awssdk.services.servicediscovery.model.ServiceType;

@ConformanceTest
class CloudMapServiceIT {

  private static Service get(Cloud cloud, CloudMapService service) {
    return cloud.cloudMap.getService(get -> get.id(service.id())).service();
  }

  @Test
  void a_service_shows_what_it_is(Cloud cloud) {
    var namespace = cloud.namespace();
    var service = namespace.service(create -> create.description("takes orders").healthCheckCustomConfig(config -> { }));
    var shown = get(cloud, service);
    assertThat(shown.id()).startsWith("srv-");
    assertThat(shown.name()).isEqualTo("orders");
    assertThat(shown.namespaceId()).isEqualTo(namespace.id());
    assertThat(shown.arn()).startsWith("arn:aws:servicediscovery:").endsWith(":service/" + service.id());
    assertThat(shown.type()).isEqualTo(ServiceType.HTTP);
    assertThat(shown.description()).isEqualTo("takes orders");
    assertThat(shown.healthCheckCustomConfig()).isNotNull();
    assertThat(get(cloud, cloud.namespace().service()).healthCheckCustomConfig()).isNull();
  }

  @Test
  void services_are_listed_by_their_namespace(Cloud cloud) {
    var namespace = cloud.namespace();
    var service = namespace.service();
    cloud.namespace().service();
    assertThat(namespace.services()).extracting(ServiceSummary::id).containsExactly(service.id());
  }

  @Test
  void the_same_request_sent_again_finds_the_service(Cloud cloud) {
    var namespace = cloud.namespace();
    var request = Cloud.uniqueName();
    var service = namespace.service(create -> create.creatorRequestId(request));
    assertThat(namespace.service(create -> create.creatorRequestId(request)).id()).isEqualTo(service.id());
  }

  @Test
  void creating_a_service_by_another_request_is_refused_and_says_which_there_is(Cloud cloud) {
    var namespace = cloud.namespace();
    var service = namespace.service();
    assertThat(catchThrowableOfType(ServiceAlreadyExistsException.class, namespace::service).serviceId()).isEqualTo(service.id());
  }

  @Test
  void what_is_not_there_is_not_found(Cloud cloud) {
    var nowhere = new CloudMapNamespace(cloud.cloudMap, "nowhere", "ns-abcdefghijklmnop");
    assertThat(catchThrowableOfType(NamespaceNotFoundException.class, nowhere::service)).isNotNull();
    var none = new CloudMapService(nowhere, "none", "srv-abcdefghijklmnop");
    assertThat(catchThrowableOfType(ServiceNotFoundException.class, () -> get(cloud, none))).isNotNull();
    assertThat(catchThrowableOfType(ServiceNotFoundException.class,
        () -> cloud.cloudMap.deleteService(delete -> delete.id(none.id())))).isNotNull();
  }

  @Test
  void a_name_with_spaces_is_refused(Cloud cloud) {
    var namespace = cloud.namespace();
    assertThat(catchThrowableOfType(InvalidInputException.class, () -> namespace.service(create -> create.name("no spaces")))).isNotNull();
  }

  @Test
  void a_description_can_be_changed(Cloud cloud) {
    var service = cloud.namespace().service(create -> create.description("old"));
    var operation = cloud.cloudMap.updateService(update -> update.id(service.id()).service(change -> change.description("new"))).operationId();
    CloudMapNamespace.done(cloud.cloudMap, operation);
    assertThat(get(cloud, service).description()).isEqualTo("new");
  }

  @Test
  void a_service_with_instances_is_not_deleted(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", Map.of("a", "1"));
    assertThat(catchThrowableOfType(ResourceInUseException.class,
        () -> cloud.cloudMap.deleteService(delete -> delete.id(service.id())))).isNotNull();
  }

  @Test
  void a_deleted_service_is_gone(Cloud cloud) {
    var namespace = cloud.namespace();
    var service = namespace.service();
    service.delete();
    assertThat(catchThrowableOfType(ServiceNotFoundException.class, () -> get(cloud, service))).isNotNull();
    assertThat(namespace.services()).isEmpty();
  }
}
