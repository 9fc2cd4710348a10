package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicediscovery.model.Instance;
import software.amazon.awssdk.services.servicediscovery.model.InstanceNotFoundException;
import software.amazon.awssdk.services.servicediscovery.model.InstanceSummary;
import software.amazon.awssdk.services.servicediscovery.model.OperationTargetType;
import software.amazon.awssdk.services.servicediscovery.model.OperationType;
import software.amazon.awssdk.services.servicediscovery.model.ServiceDiscoveryException;
import software.amazon.awssdk.services.servicediscovery.model.ServiceNotFoundException;

@ConformanceTest
class CloudMapInstanceIT {

  private static final Map<String, String> ADDRESS = Map.of("AWS_INSTANCE_IPV4", "10.0.0.1", "AWS_INSTANCE_PORT", "8080", "zone", "a");

  private static Instance get(Cloud cloud, CloudMapService service, String instance) {
    return cloud.cloudMap.getInstance(get -> get.serviceId(service.id()).instanceId(instance)).instance();
  }

  private static Map<String, String> attributes(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "key" + i, i -> "value" + i));
  }

  @Test
  void a_registration_is_an_operation_on_the_instance(Cloud cloud) {
    var operation = cloud.namespace().service().register("one", ADDRESS);
    assertThat(operation.type()).isEqualTo(OperationType.REGISTER_INSTANCE);
    assertThat(operation.targets()).containsEntry(OperationTargetType.INSTANCE, "one");
  }

  @Test
  void an_instance_is_shown_and_listed_with_its_attributes(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", ADDRESS);
    assertThat(get(cloud, service, "one").attributes()).isEqualTo(ADDRESS);
    assertThat(service.instances()).singleElement().satisfies(listed -> {
      assertThat(listed.id()).isEqualTo("one");
      assertThat(listed.attributes()).isEqualTo(ADDRESS);
    });
  }

  @Test
  void registering_it_again_replaces_it(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", ADDRESS);
    service.register("one", Map.of("zone", "b"));
    assertThat(get(cloud, service, "one").attributes()).isEqualTo(Map.of("zone", "b"));
    assertThat(service.instances()).hasSize(1);
  }

  @Test
  void a_deregistered_instance_is_gone(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", ADDRESS);
    service.register("two", ADDRESS);
    assertThat(service.deregister("one").type()).isEqualTo(OperationType.DEREGISTER_INSTANCE);
    assertThat(service.instances()).extracting(InstanceSummary::id).containsExactly("two");
    assertThat(catchThrowableOfType(InstanceNotFoundException.class, () -> get(cloud, service, "one"))).isNotNull();
  }

  @Test
  void what_is_not_there_is_not_found(Cloud cloud) {
    var service = cloud.namespace().service();
    assertThat(catchThrowableOfType(InstanceNotFoundException.class, () -> get(cloud, service, "none"))).isNotNull();
    assertThat(catchThrowableOfType(InstanceNotFoundException.class, () -> service.deregister("none"))).isNotNull();
    var none = new CloudMapService(service.namespace(), "none", "srv-abcdefghijklmnop");
    assertThat(catchThrowableOfType(ServiceNotFoundException.class, () -> none.register("one", ADDRESS))).isNotNull();
    assertThat(catchThrowableOfType(ServiceNotFoundException.class, none::instances)).isNotNull();
  }

  @Test
  void thirty_attributes_are_kept_and_one_more_is_refused(Cloud cloud) {
    var service = cloud.namespace().service();
    service.register("one", attributes(30));
    assertThat(get(cloud, service, "one").attributes()).isEqualTo(attributes(30));
    assertThat(catchThrowableOfType(ServiceDiscoveryException.class, () -> service.register("two", attributes(31))).statusCode()).isEqualTo(400);
  }

  @Test
  void a_long_value_is_kept_and_a_longer_one_is_refused(Cloud cloud) {
    var service = cloud.namespace().service();
    var most = Map.of("key", "v".repeat(1_024));
    service.register("one", most);
    assertThat(get(cloud, service, "one").attributes()).isEqualTo(most);
    assertThat(catchThrowableOfType(ServiceDiscoveryException.class,
        () -> service.register("two", Map.of("key", "v".repeat(1_025)))).statusCode()).isEqualTo(400);
  }

  @Test
  void an_id_with_spaces_is_refused(Cloud cloud) {
    var service = cloud.namespace().service();
    assertThat(catchThrowableOfType(ServiceDiscoveryException.class, () -> service.register("no spaces", ADDRESS)).statusCode()).isEqualTo(400);
  }
}
